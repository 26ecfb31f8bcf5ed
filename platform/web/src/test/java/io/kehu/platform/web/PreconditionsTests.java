package io.kehu.platform.web;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PreconditionsTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			*          |         | true  | false
			"7"        |         | true  | false
			"7-3-20"   |         | true  | false
			"6", "7"   |         | true  | false
			"6"        |         | false | false
			W/"7"      |         | false | false
			"other"    |         | false | false
			""         |         | false | false
			           | *       | false | true
			           | "7"     | false | true
			           | W/"7-2" | false | true
			           | "6"     | true  | true
			"7"        | "7"     | false | false
			           |         | true  | true
			""")
	void holdForAnExistingRecordOrForNone(String match, String noneMatch, boolean existing, boolean absent) {
		header("If-Match", match);
		header("If-None-Match", noneMatch);
		Preconditions preconditions = Preconditions.of(this.request);
		assertThat(holds(() -> preconditions.check(7))).as("version 7").isEqualTo(existing);
		assertThat(holds(preconditions::checkAbsent)).as("no record").isEqualTo(absent);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "\"7", "7\"", "*, \"7\"", "\"7\" \"8\" x", "w/\"7\"" })
	void refusesWhatIsNoEntityTag(String header) {
		header("If-Match", header);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Preconditions.of(this.request))
			.satisfies((ex) -> {
				assertThat(ex.status()).isEqualTo(HttpStatus.BAD_REQUEST);
				assertThat(ex.errors().get(0).parameter()).isEqualTo("If-Match");
			});
	}

	@Test
	void readsHeadersThatAreGivenTwice() {
		this.request.addHeader("If-Match", "\"1\"");
		this.request.addHeader("If-Match", "\"2\"");
		Preconditions preconditions = Preconditions.of(this.request);
		assertThatCode(() -> preconditions.check(2)).doesNotThrowAnyException();
	}

	@Test
	void requiresAnExpectedVersion() {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ExpectedVersion.of(this.request))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED));
		header("If-Match", "\"3\"");
		assertThat(ExpectedVersion.of(this.request).value()).isEqualTo(3);
	}

	@Test
	void appliesToTargetsWithoutEntityTag() {
		header("If-Match", "*");
		assertThat(holds(Preconditions.of(this.request)::checkUntagged)).isTrue();
		header("If-None-Match", "*");
		assertThat(holds(Preconditions.of(this.request)::checkUntagged)).isFalse();
	}

	private void header(String name, String value) {
		if (value != null) {
			this.request.addHeader(name, value);
		}
	}

	private static boolean holds(Runnable check) {
		try {
			check.run();
			return true;
		}
		catch (ProblemException ex) {
			assertThat(ex.status()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
			return false;
		}
	}

}
