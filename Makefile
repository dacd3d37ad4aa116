# What a user types. Every target sets up what it needs by itself.

SWIFT ?= swift
PREFIX ?= /usr/local
TOOL := .build/release/connectorgen
FORMATTED := Package.swift Sources Tests Benchmarks Generated Plugins \
	$(addprefix Double/,Package.swift Sources Tests) $(addprefix Examples/,Package.swift Sources)
PORT ?= 8088

.PHONY: all setup build generate check test test-fast lint format clean rules commands benchmark \
	double test-plugin test-double test-example example install uninstall

all: generate

## The two C packages of cmark-gfm, where they are missing.
setup:
	@scripts/setup

build: setup
	$(SWIFT) build -c release --product connectorgen

## docs-input to Generated.
generate: build
	$(TOOL) generate

## Whether Generated is what docs-input says.
check: build
	$(TOOL) check

## Everything, the slow tests and the double's too.
test: setup lint
	CONNECTORGEN_SLOW_TESTS=1 $(SWIFT) test
	$(MAKE) test-plugin test-double test-example

## What one runs all day.
test-fast: setup
	$(SWIFT) test

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

## The documentation that is made of the code.
rules: build
	$(TOOL) rules --markdown >docs/rules.md

commands: build
	$(TOOL) manual --markdown >docs/commands.md

## The documentation of DocC, below .build-documentation/site.
.PHONY: documentation
documentation: setup
	SWIFT='$(SWIFT)' scripts/documentation

## One binary that needs no Swift and no cmark-gfm, the manual page and completions.
install: setup
	SWIFT='$(SWIFT)' scripts/install '$(DESTDIR)$(PREFIX)'

uninstall:
	scripts/install --remove '$(DESTDIR)$(PREFIX)'

format:
	$(SWIFT) format --in-place --parallel --recursive $(filter-out Generated Benchmarks,$(FORMATTED))

## Ratios against cmark-gfm on the same bytes.
benchmark: setup
	$(SWIFT) run -c release Benchmarks

## Flow Service on this machine, see docs/double.md.
double:
	$(SWIFT) run --package-path Double flow-service-double --port $(PORT)

## The plugin in this package: it finds nothing to change.
test-plugin: setup
	$(SWIFT) package --allow-writing-to-package-directory generate-connectors \
		| grep '0 added, 0 changed, 0 removed'

## The client against the double, over TCP.
test-double:
	$(SWIFT) test --package-path Double

## The example against the double.
test-example:
	SWIFT='$(SWIFT)' scripts/test-example

## A program against the double, or whatever FLOW_SERVICE_URL names.
example:
	$(SWIFT) run --package-path Examples IngestFiles

clean:
	rm -rf .build .build-* Double/.build Examples/.build
