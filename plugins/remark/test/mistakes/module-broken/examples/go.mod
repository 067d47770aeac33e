module example.test/shop

go 1.24

required example.com/x v1.0.0
