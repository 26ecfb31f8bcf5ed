package io.kehu.platform.query;

import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilterValuesTests {

	@Test
	void separatesValuesByCommasThatAreNotEscaped() {
		assertThat(values("Ulm,Bonn").listed()).containsExactly("Ulm", "Bonn");
		assertThat(values("Villingen\\, Ost,a\\\\b,c\\d\\").listed()).containsExactly("Villingen, Ost", "a\\b",
				"c\\d\\");
		assertThat(values("Ulm", "Bonn,Köln").listed()).containsExactly("Ulm", "Bonn", "Köln");
		assertThat(values("Acme, Inc").each()).containsExactly("Acme, Inc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "a,", ",a", "a,,b" })
	void refusesEmptyValuesInLists(String list) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> values(list).listed())
			.satisfies((ex) -> assertThat(ex.errors().get(0).parameter()).isEqualTo("city[in]"));
	}

	@Test
	void refusesTooManyAndRepeatedValues() {
		String many = "x,".repeat(500) + "x";
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> values(many).listed());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> values("a", "b").single());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> values("true", "false").flag());
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> values("a\0"));
	}

	private static FilterValues values(String... texts) {
		return new FilterValues(ValueType.TEXT, "city[in]", List.of(texts));
	}

}
