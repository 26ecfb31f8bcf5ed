package io.kehu.deploy.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "up", "down", "status", "logs", "weigh", "reset", "payment-provider", "queries" })
	void everyCommandExplainsItself(String command) {
		assertThat(run(command, "--help")).isZero();
		assertThat(this.out.toString()).contains("Usage: kehu " + command, "--state");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					up --scale customer-service=2 --weights 5,3,1 | 2 instances of customer-service need as many weights, not 3 (5,3,1).
					up --scale customer-service=2 --weights 5,x   | 'x' is not a weight
					up --weights 5,3                              | --weights requires exactly one --scale.
					up --scale gateway=2                          | 'gateway' cannot be scaled
					up --scale order-service=11                   | 'order-service' can have 1 to 10 instances, not 11.
					up --scale order-service=0                    | 'order-service' can have 1 to 10 instances, not 0.
					up --scale orders=2                           | Unknown application 'orders'; choose one of discovery,
					up --without customers                        | Unknown application 'customers'; choose one of discovery,
					up --cache-policy noeviction                  | 'noeviction' is not a policy of the cache: use allkeys-lru or allkeys-lfu.
					up --port customers=8000                      | Unknown process 'customers'; choose one of
					up --port gateway=70000                       | Port 70000 for gateway is outside 1 to 65525.
					up --port gateway=9000                        | Port 9000 is assigned to both
					up --port-base 0                              | Port 0 for gateway is outside
					logs nobody                                   | Unknown process 'nobody'; choose one of postgresql,
					""")
	void invalidOptionsAreReportedInOneSentence(String arguments, String sentence) {
		assertThat(run(arguments.split(" "))).isEqualTo(Kehu.FAILED);
		assertThat(this.err.toString()).contains(sentence);
		assertThat(this.err.toString().lines()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fly", "up --fast", "up --scale customer-service", "up --port gateway=x", "logs -n many" })
	void wrongArgumentsExitWithTwo(String arguments) {
		assertThat(run(arguments.split(" "))).isEqualTo(2);
		assertThat(this.err.toString()).contains("Usage: kehu");
	}

	@Test
	void noCommandShowsTheUsage() {
		assertThat(Kehu.run(console())).isEqualTo(2);
		assertThat(this.err.toString()).contains("Usage: kehu", "up", "down", "status", "logs", "weigh", "reset");
	}

	@Test
	void statusOfNothingExitsWithThree() {
		assertThat(run("status")).isEqualTo(Kehu.NOT_RUNNING);
		assertThat(this.out.toString()).contains("Kehu is not running.");
	}

	@Test
	void downOfNothingIsNoFailure() {
		assertThat(run("down")).isZero();
		assertThat(this.out.toString()).contains("Kehu is not running.");
	}

	private int run(String... arguments) {
		String[] whole = new String[arguments.length + 2];
		System.arraycopy(arguments, 0, whole, 0, arguments.length);
		whole[arguments.length] = "--state";
		whole[arguments.length + 1] = this.folder.toString();
		return Kehu.run(console(), whole);
	}

	private Console console() {
		return new Console(new PrintWriter(this.out, true), new PrintWriter(this.err, true), false);
	}

}
