package io.kehu.platform.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainNumbersTests {

	@Test
	void areEqualWhenTheirValuesAre() {
		for (Object number : new Object[] { 1.5, new BigDecimal("1.5"), new BigDecimal("1.500"),
				new BigDecimal("15e-1") }) {
			assertThat(plain(number)).isEqualTo(new BigDecimal("1.5"));
		}
		for (Object number : new Object[] { 20, 20.0, new BigDecimal("20"), new BigDecimal("2e1") }) {
			assertThat(plain(number)).isEqualTo(20);
		}
		assertThat(plain(new BigDecimal("2e10"))).isEqualTo(20_000_000_000L);
		assertThat(plain(new BigDecimal("1e20"))).isEqualTo(BigInteger.TEN.pow(20));
		assertThat(plain(new BigDecimal("-0.00"))).isEqualTo(0);
	}

	@Test
	void keepAllDigits() {
		BigDecimal exact = new BigDecimal("0.12345678901234567890123");
		assertThat(plain(exact)).isEqualTo(exact);
	}

	@Test
	void leaveOtherValuesAndHugeExponents() {
		BigDecimal huge = new BigDecimal("1e1000000000");
		assertThat(plain(huge)).isSameAs(huge);
		assertThat(PlainNumbers.of(Map.of("a", "1.50", "b", true, "c", 1.50)))
			.isEqualTo(Map.of("a", "1.50", "b", true, "c", new BigDecimal("1.5")));
	}

	private static Object plain(Object number) {
		return PlainNumbers.of(Map.of("number", number)).get("number");
	}

}
