package io.kehu.customer.duplicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessTests {

	@ParameterizedTest
	@CsvSource({ "acme gmbh,acme", "acme,'acme, inc.'", "li hua,hua li", "北京华丽有限公司,北京华丽",
			"siemens healthineers ag,siemens healthineers", "gmbh,gmbh" })
	void recognizesTheSame(String one, String other) {
		assertThat(Likeness.of(one, other)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "mueller maschinenbau,muller maschinenbau", "johnson controls,jonson controls" })
	void forgivesMisspellings(String one, String other) {
		assertThat(Likeness.of(one, other)).isGreaterThan(Likeness.LEAST).isLessThan(1);
	}

	@ParameterizedTest
	@CsvSource({ "acme,apex", "deutsche bank,deutsche post", "王伟,李娜", "acme gmbh,apex gmbh" })
	void tellsOthersApart(String one, String other) {
		assertThat(Likeness.of(one, other)).isLessThan(Likeness.LEAST);
	}

	@Test
	void findsNothingInCommonWithNothing() {
		assertThat(Likeness.of("", "acme")).isZero();
	}

}
