make example
