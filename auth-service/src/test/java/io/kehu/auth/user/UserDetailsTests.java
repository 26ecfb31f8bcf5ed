package io.kehu.auth.user;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserDetailsTests {

	@Test
	void haveNoInvisibleName() {
		for (String name : List.of("", " ", "\u00a0", "\u200b", "\u202f\u2007")) {
			assertThat(details("ada", name, null).displayName()).isEqualTo("ada");
		}
		assertThat(details("ada", "\u00a0Ada\u200b", null).displayName()).isEqualTo("Ada");
	}

	@Test
	void haveTextsWithoutWhiteSpaceAroundThem() {
		assertThat(details("\u00a0Ada\u200b", null, null).username()).isEqualTo("ada");
		assertThat(details("ada", null, "ada@example.org\u00a0").email()).isEqualTo("ada@example.org");
		assertThat(details("ada", null, "\u00a0").email()).isNull();
	}

	private static UserDetails details(String username, String name, String email) {
		return new UserDetails(username, name, email, null, List.of(), List.of(), List.of());
	}

}
