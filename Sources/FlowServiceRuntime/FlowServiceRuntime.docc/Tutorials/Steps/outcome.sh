curl -X PUT localhost:8088/double/outcome/failed
make example
