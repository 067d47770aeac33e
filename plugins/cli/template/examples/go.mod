module example.test/guide

go 1.24
