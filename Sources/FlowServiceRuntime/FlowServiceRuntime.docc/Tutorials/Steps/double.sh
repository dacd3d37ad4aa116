make double
