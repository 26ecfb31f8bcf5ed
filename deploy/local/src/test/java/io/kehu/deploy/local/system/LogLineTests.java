package io.kehu.deploy.local.system;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLineTests {

	@Test
	void isReadable() {
		assertThat(LogLine.readable("""
				{"@timestamp":"2026-11-30T12:00:00.123Z","log":{"level":"WARN","logger":"io.kehu.auth.LoginPages"},\
				"service":{"name":"auth-service"},"traceId":"4bf9","message":"Too many attempts"}"""))
			.containsExactly("2026-11-30T12:00:00.123Z  WARN [4bf9] i.k.auth.LoginPages : Too many attempts");
	}

	@Test
	void nothingInAMessageOrAnExceptionLooksLikeALine() {
		assertThat(LogLine.readable("""
				{"@timestamp":"t","log":{"level":"INFO","logger":"a.B"},"message":"x\\nFORGED\\u001b[2K\\u2028FORGED",\
				"error":{"stack_trace":"Failure: y\\nFORGED\\n\\tat a.B"}}""")).containsExactly(
				"t  INFO a.B : x\\u000aFORGED\\u001b[2K\\u2028FORGED", "    Failure: y", "    FORGED", "    \tat a.B");
	}

	@Test
	void otherLinesAreShownAsTheyAre() {
		assertThat(LogLine.readable("plain \u001b[31m text")).containsExactly("plain \\u001b[31m text");
		assertThat(LogLine.readable("{broken")).containsExactly("{broken");
	}

}
