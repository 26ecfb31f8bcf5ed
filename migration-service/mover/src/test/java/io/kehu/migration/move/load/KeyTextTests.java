package io.kehu.migration.move.load;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyTextTests {

	@Test
	void keepsPartsWithAnyCharacters() {
		for (List<String> key : List.of(List.of("1"), List.of("a/b", "c\\"), List.of("", ""), List.of("\b\0", "\\0/"),
				List.of("Zoë", "客户"))) {
			assertThat(KeyText.split(KeyText.join(key))).isEqualTo(key);
			assertThat(KeyText.join(key)).doesNotContain("\0");
		}
	}

}
