package io.kehu.migration.dataset;

import java.nio.charset.StandardCharsets;

import io.kehu.migration.intake.Corrections;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingOptionsTests {

	private static Corrections corrections(@Nullable String encoding, @Nullable String delimiter,
			@Nullable String quote) {
		return new ReadingOptions(encoding, delimiter, quote, null, null, null, null, null, null)
			.corrections("/reading");
	}

	@Test
	void becomeCorrections() {
		Corrections corrections = corrections("utf-8", "tab", "'");
		assertThat(corrections.charset()).isEqualTo(StandardCharsets.UTF_8);
		assertThat(corrections.delimiter()).isEqualTo('\t');
		assertThat(corrections.quote()).isEqualTo('\'');
		Corrections none = ReadingOptions.none().corrections(null);
		assertThat(none.charset()).isNull();
		assertThat(none.delimiter()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "no-such-encoding,,", "!,,", ",;;,", ",none,", ",,ab" })
	void areRefusedWhenInvalid(@Nullable String encoding, @Nullable String delimiter, @Nullable String quote) {
		assertThatThrownBy(() -> corrections(encoding, delimiter, quote)).isInstanceOf(ProblemException.class);
	}

	@ParameterizedTest
	@CsvSource({ ";,;,", "|,,|", "';',\",';'" })
	void areRefusedWhenOneCharacterHasTwoMeanings(String delimiter, @Nullable String quote, @Nullable String escape) {
		ReadingOptions options = new ReadingOptions(null, delimiter, quote, escape, null, null, null, null, null);

		assertThatThrownBy(() -> options.corrections("/reading")).isInstanceOf(ProblemException.class);
	}

}
