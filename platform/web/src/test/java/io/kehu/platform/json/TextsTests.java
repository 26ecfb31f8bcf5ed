package io.kehu.platform.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\r\n", "\u00a0", "\u200b", "\u200b \ufeff\u2060", "\u3000", "\u2028", "\u00ad",
			"\u3164\u115f\u1160\uffa0", "\u2800", "\u202e\u2066", "\udb40\udc20" })
	void isBlankWhenNothingShows(String text) {
		assertThat(Texts.isBlank(text)).isTrue();
		assertThat(Texts.strip(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a b", "a\u00a0b", "\u5c71\u7530\u3000\u592a\u90ce", "\ud83d\ude00", "." })
	void keepsWhatShows(String text) {
		assertThat(Texts.isBlank(text)).isFalse();
		assertThat(Texts.strip(text)).isEqualTo(text);
		assertThat(Texts.strip(" \u200b\u00a0" + text + "\u3000\ufeff\n")).isEqualTo(text);
	}

	@Test
	void isNullForNull() {
		assertThat(Texts.strip(null)).isNull();
		assertThat(Texts.orNull(null)).isNull();
	}

	@Test
	void composesLetters() {
		assertThat(Texts.strip(" Ko\u0308ln\u00a0")).isEqualTo("K\u00f6ln");
		assertThat(Texts.visible("\u200bKo\u0308ln")).isEqualTo("K\u00f6ln");
		assertThat(Texts.orNull("Ko\u0308ln")).isEqualTo("K\u00f6ln");
	}

	@Test
	void leavesBlankTextForValidation() {
		assertThat(Texts.visible("\u200b ")).isEqualTo("\u200b ");
		assertThat(Texts.orNull("\u200b ")).isNull();
	}

}
