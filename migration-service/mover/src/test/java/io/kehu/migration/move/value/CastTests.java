package io.kehu.migration.move.value;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.kehu.migration.move.value.Casts.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CastTests {

	@ParameterizedTest
	@CsvSource({ "SMALLINT,32767,32767", "SMALLINT,-32768,-32768", "INTEGER,-2147483648,-2147483648", "INTEGER,+7,7",
			"BIGINT,9223372036854775807,9223372036854775807", "BIGINT,-9223372036854775808,-9223372036854775808",
			"BIGINT,007,7", "BOOLEAN,1,true", "BOOLEAN,f,false", "REAL,0.1,0.1", "DOUBLE,-1.5e300,-1.5E300",
			"DATE,2000-02-29,2000-02-29", "DATE,1582-10-15,1582-10-15", "DATE,2024-05-06 00:00:00,2024-05-06",
			"TIME,23:59:59.5,23:59:59.500000", "TIME,24:00:00,24:00:00.000000",
			"TIMESTAMP,1999-12-31 23:59:59.999999,1999-12-31 23:59:59.999999",
			"TIMESTAMP,0001-01-01 00:00:00,0001-01-01 00:00:00.000000", "INTERVAL,838:59:59,838:59:59.000000",
			"INTERVAL,-838:59:59,-838:59:59.000000",
			"UUID,01890000-0000-7000-8000-00000000000a,01890000-0000-7000-8000-00000000000a",
			"TEXT,Zoë 客户 😀,Zoë 客户 😀" })
	void keepsValues(ValueType type, String text, String expected) throws CastException {
		assertThat(cast(type, Limits.NONE, utf8(text))).hasToString(expected);
	}

	@ParameterizedTest
	@CsvSource({ "0,0.00", "-0.00,0.00", "1,1.00", "12345678.9,12345678.90", "-0.01,-0.01", "10000,10000.00",
			"99999999.99,99999999.99", "100000000,rejected", "0.001,rejected", "1.100,1.10", "00012.5,12.50", "5.,5.00",
			".5,0.50", "1e3,rejected", "'',rejected", "-,rejected", ".,rejected", "1.2.3,rejected", "NaN,rejected" })
	void keepsDecimalsOfTenDigits(String text, String expected) {
		String result;
		try {
			result = String.valueOf(cast(ValueType.NUMERIC, new Limits(0, 10, 2), utf8(text)));
		}
		catch (CastException ex) {
			result = "rejected";
		}
		assertThat(result).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "18446744073709551615", "123456789012345678901234567890.123456789", "0.00000001", "-98765.4321" })
	void keepsDecimalsOfAnySize(String text) throws CastException {
		assertThat(((java.math.BigDecimal) cast(ValueType.NUMERIC, Limits.NONE, utf8(text))).toPlainString())
			.isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "SMALLINT,32768,out_of_range", "INTEGER,2147483648,out_of_range",
			"BIGINT,9223372036854775808,out_of_range", "BIGINT,18446744073709551615,out_of_range",
			"INTEGER,1.5,invalid_whole_number", "INTEGER,'',invalid_whole_number", "BOOLEAN,2,not_boolean",
			"DOUBLE,NaN,not_finite", "DOUBLE,1e999,not_finite", "DOUBLE,1d,invalid_number", "REAL,1e39,out_of_range",
			"REAL,16777217,inexact", "DATE,0000-00-00,zero_date", "DATE,2024-00-10,incomplete_date",
			"DATE,2023-02-29,invalid_date", "DATE,2024-13-01,invalid_date", "DATE,2024-05-06 10:00:00,has_time",
			"DATE,yesterday,invalid_date", "TIME,838:59:59,out_of_range", "TIME,-01:00:00,out_of_range",
			"TIME,12:60:00,invalid_time_of_day", "TIMESTAMP,2024-05-06 24:00:00,invalid_date_and_time",
			"UUID,1-1-1-1-1,invalid_UUID" })
	void rejectsWhatHasNoCounterpart(ValueType type, String text, String code) {
		rejects(type, Limits.NONE, StandardCharsets.UTF_8, utf8(text), code);
	}

	@Test
	void rejectsTextThatIsNoText() {
		rejects(ValueType.TEXT, Limits.NONE, StandardCharsets.UTF_8, new byte[] { 'a', 0, 'b' }, "nul_character");
		for (byte[] invalid : List.of(bytes(0xC3), bytes(0xC3, 0x28), bytes(0x80), bytes(0xC0, 0xAF),
				bytes(0xE0, 0x80, 0xAF), bytes(0xED, 0xA0, 0x80), bytes(0xF4, 0x90, 0x80, 0x80), bytes(0xFF))) {
			rejects(ValueType.TEXT, Limits.NONE, StandardCharsets.UTF_8, invalid, "invalid_encoding");
		}
		rejects(ValueType.TEXT, Limits.NONE, Charset.forName("windows-1252"), bytes(0x81), "invalid_encoding");
	}

	@Test
	void countsCharactersAndNotBytes() throws CastException {
		Limits four = new Limits(4, 0, 0);
		assertThat(cast(ValueType.TEXT, four, utf8("客户😀é"))).isEqualTo("客户😀é");
		rejects(ValueType.TEXT, four, StandardCharsets.UTF_8, utf8("客户😀éa"), "too_long");
		rejects(ValueType.BYTES, four, StandardCharsets.UTF_8, new byte[5], "too_long");
	}

	@Test
	void readsTheDeclaredOrTheActualEncoding() throws CastException {
		assertThat(cast(ValueType.TEXT, Limits.NONE, Charset.forName("windows-1252"), bytes(0x80, 0xE9)))
			.isEqualTo("€é");
		assertThat(cast(ValueType.TEXT, Limits.NONE, StandardCharsets.UTF_8, bytes(0xC3, 0xA9))).isEqualTo("é");
		assertThat(cast(ValueType.TEXT, Limits.NONE, Charset.forName("GBK"), bytes(0xBF, 0xCD, 0xBB, 0xA7)))
			.isEqualTo("客户");
	}

	@Test
	void turnsZeroDatesToNullOnlyWhenAsked() throws CastException {
		Cast date = Casts.zeroDateAsNull(Casts.fromText(ValueType.DATE, Limits.NONE, StandardCharsets.UTF_8));
		assertThat(apply(date, ValueType.DATE, utf8("0000-00-00"))).isNull();
		assertThat(apply(date, ValueType.DATE, utf8("2024-05-06"))).isEqualTo("2024-05-06");
	}

	@Test
	void rejectsSecondsThatWouldBeRounded() throws CastException {
		Cast time = Casts.limitedSeconds(Casts.fromText(ValueType.TIMESTAMP, Limits.NONE, StandardCharsets.UTF_8), 0);
		assertThat(apply(time, ValueType.TIMESTAMP, utf8("2024-05-06 10:00:00.000000"))).isNotNull();
		assertThatExceptionOfType(CastException.class)
			.isThrownBy(() -> apply(time, ValueType.TIMESTAMP, utf8("2024-05-06 10:00:00.5")));
	}

	private static void rejects(ValueType type, Limits limits, Charset encoding, byte[] bytes, String code) {
		assertThatExceptionOfType(CastException.class).isThrownBy(() -> cast(type, limits, encoding, bytes))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	private static @Nullable Object cast(ValueType type, Limits limits, byte[] bytes) throws CastException {
		return cast(type, limits, StandardCharsets.UTF_8, bytes);
	}

	private static @Nullable Object cast(ValueType type, Limits limits, Charset encoding, byte[] bytes)
			throws CastException {
		return apply(Casts.fromText(type, limits, encoding), type, bytes);
	}

	private static @Nullable Object apply(Cast cast, ValueType type, byte[] bytes) throws CastException {
		TupleBuffer rows = new TupleBuffer();
		Value value = new Value();
		value.set(bytes, 0, bytes.length);
		rows.begin(1);
		cast.apply(value, rows);
		rows.end();
		return Tuples.values(rows, 0, List.of(type)).get(0);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int index = 0; index < values.length; index++) {
			bytes[index] = (byte) values[index];
		}
		return bytes;
	}

}
