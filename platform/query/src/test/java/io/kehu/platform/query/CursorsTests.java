package io.kehu.platform.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorsTests {

	private static final String LIST = "list";

	private static final List<String> POSITION = List.of("4711", "019a0000-0000-7000-8000-000000000000", "name");

	private final Cursors cursors = new Cursors(new byte[32]);

	@Test
	void returnsThePosition() {
		assertThat(this.cursors.read("cursor", this.cursors.write(POSITION, LIST), LIST)).isEqualTo(POSITION);
		List<String> odd = List.of("", "Größe 客户", "\u0000", "");
		assertThat(this.cursors.read("cursor", this.cursors.write(odd, LIST), LIST)).isEqualTo(odd);
	}

	@Test
	void revealsNothing() {
		String cursor = this.cursors.write(POSITION, LIST);
		String bytes = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
		assertThat(POSITION).noneMatch(bytes::contains);
		assertThat(this.cursors.write(POSITION, LIST)).as("the same position").isNotEqualTo(cursor);
		assertThat(this.cursors.write(List.of("1"), LIST)).hasSameSizeAs(this.cursors.write(List.of("999999"), LIST));
	}

	@Test
	void isValidForItsListAndAsItWasIssued() {
		byte[] bytes = Base64.getUrlDecoder().decode(this.cursors.write(POSITION, LIST));
		refuse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "other list");
		for (int i = 0; i < bytes.length; i++) {
			byte[] forged = bytes.clone();
			forged[i] ^= 1;
			refuse(Base64.getUrlEncoder().encodeToString(forged), LIST);
			refuse(Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, i)), LIST);
		}
		refuse("no base64!", LIST);
		refuse(new Cursors(Arrays.copyOf(new byte[] { 1 }, 32)).write(POSITION, LIST), LIST);
	}

	private void refuse(String cursor, String list) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.cursors.read("since", cursor, list))
			.satisfies((refusal) -> assertThat(refusal.errors().toString()).contains("invalid_cursor"));
	}

}
