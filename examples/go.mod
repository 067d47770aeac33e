module escapement.example/guide

go 1.24
