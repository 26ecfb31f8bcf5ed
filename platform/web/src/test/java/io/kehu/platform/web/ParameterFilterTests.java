package io.kehu.platform.web;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ParameterFilterTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "q", "q=M%C3%BCller&city[in]=K%C3%B6ln,Ulm", "q=100%25", "city%5Bin%5D=a+b",
			"q=%F0%9F%92%A9" })
	void acceptsUtf8(String query) {
		assertThatCode(() -> ParameterFilter.check(query)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "q=M%FCller, q", "a=1&city%5Bin%5D=%C3, city[in]", "q=%, q", "q=%zz, q", "q=%ED%A0%80, q",
			"%FF=1, %FF", "q=%C0%80, q" })
	void namesTheParameterThatIsMalformed(String query, String parameter) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ParameterFilter.check(query))
			.satisfies((ex) -> assertThat(ex.errors().get(0).parameter()).isEqualTo(parameter));
	}

}
