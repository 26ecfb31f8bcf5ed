package io.kehu.platform.docs;

import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortablePatternsTests {

	@ParameterizedTest
	@CsvSource({ "Straße-9, true", "山田, true", "𠮷, true", "a b, false", "a.b, false", "a]b, false" })
	void matchTheSameTexts(String text, boolean matches) {
		String portable = PortablePatterns.of("[\\p{L}\\p{N}-]+");
		assertThat(portable).doesNotContain("\\p");
		assertThat(Pattern.matches("[\\p{L}\\p{N}-]+", text)).isEqualTo(matches);
		assertThat(Pattern.matches(portable, text)).isEqualTo(matches);
	}

	@ParameterizedTest
	@CsvSource({ "'[^\\s@]+@[a-z]{2,}'", "'[a-z][a-z0-9._-]{0,49}'", "'\\*{3}[A-Za-z0-9]{0,2}'" })
	void leaveOthersAsTheyAre(String pattern) {
		assertThat(PortablePatterns.of(pattern)).isEqualTo(pattern);
	}

}
