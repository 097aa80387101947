# The few commands that contributors type every day.
.PHONY: check format golden demo help

help:
	@echo "make check    run everything that must be green before a push"
	@echo "make format   format the Java sources"
	@echo "make golden   rewrite the expected results of tests; review the diff like code"
	@echo "make demo     build the shipped dossier and serve it"

check:
	mvn verify

format:
	mvn -q spotless:apply

golden:
	mvn -q test -Ddossier.golden=rewrite

demo:
	./dossier serve
