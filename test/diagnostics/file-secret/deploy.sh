cat > deploy.txt <<END
-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXk=
-----END OPENSSH PRIVATE KEY-----
END
