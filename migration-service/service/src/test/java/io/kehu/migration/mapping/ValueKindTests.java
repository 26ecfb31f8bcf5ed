package io.kehu.migration.mapping;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ValueKindTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	@ParameterizedTest
	@CsvSource({ "TEXT, a b, '\"a b\"'", "INTEGER, -7, -7", "DECIMAL, 0.050, 0.050", "AMOUNT, 4.99, '\"4.99\"'",
			"AMOUNT, 1e2, '\"100\"'", "BOOLEAN, t, true", "BOOLEAN, 0, false", "DATE, 2005-05-24, '\"2005-05-24\"'",
			"DATE, 2005-05-24 00:00:00, '\"2005-05-24\"'", "DAY, 2005-05-24 22:53:30, '\"2005-05-24\"'",
			"INSTANT, 2005-07-01 12:00:00, '\"2005-07-01T10:00:00Z\"'",
			"INSTANT, 2005-07-01 12:00:00.25+00, '\"2005-07-01T12:00:00.250Z\"'" })
	void readsValues(ValueKind kind, String text, String json) {
		assertThat(kind.read(text, BERLIN)).hasToString(json);
	}

	@ParameterizedTest
	@CsvSource({ "INTEGER, 1.5", "INTEGER, 99999999999999999999", "DECIMAL, NaN", "AMOUNT, '1,5'", "BOOLEAN, 2",
			"DATE, 2005-02-30", "DATE, 24.05.2005", "DATE, 2005-05-24 22:53:30", "INSTANT, 2005-07-01 25:00:00",
			"INSTANT, 2005-03-27 02:30:00", "INSTANT, 2005-10-30 02:30:00" })
	void changesNothingInSilence(ValueKind kind, String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> kind.read(text, BERLIN));
	}

	@Test
	void knowsZeroDates() {
		assertThat(ValueKind.isZeroDate("0000-00-00 00:00:00")).isTrue();
		assertThat(ValueKind.isZeroDate("2000-01-01")).isFalse();
	}

}
