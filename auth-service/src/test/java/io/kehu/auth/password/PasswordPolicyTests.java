package io.kehu.auth.password;

import java.util.List;

import io.kehu.auth.password.PasswordPolicy.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTests {

	private static final PasswordPolicy POLICY = new PasswordPolicy();

	private static final List<String> NAMES = List.of("grace", "grace.hopper@navy.example");

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "ohne sorge am see liegen", "uZk4-9vRq2wP",
			"密码应该足够长而且不容易猜到", "        spaces     are     fine" })
	void whatIsLongAndUnusualMayBeChosen(String password) {
		assertThat(POLICY.check(password, NAMES)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "password1234", "passwordpassword", "qwertyuiop[]", "123456789012345", "Iloveyou2024!",
			"aaaaaaaaaaaaaaaaaaaa", "Password123456", "monkeydragon1" })
	void whatIsTriedFirstIsRefused(String password) {
		assertThat(POLICY.check(password, NAMES)).contains(Refusal.TOO_COMMON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "i am Grace in the navy", "x7grace.hopperx7-y9", "Grace.Hopper@Navy.example 1" })
	void whatEverybodyKnowsOfThePersonIsRefused(String password) {
		assertThat(POLICY.check(password, NAMES)).contains(Refusal.CONTAINS_NAME);
	}

	@Test
	void lengthIsCountedInCharacters() {
		assertThat(POLICY.check("k4-9vRq2wPz", NAMES)).contains(Refusal.TOO_SHORT);
		assertThat(POLICY.check("k4-9vRq2wPzQ", NAMES)).isEmpty();
		assertThat(POLICY.check("🦉".repeat(11), NAMES)).contains(Refusal.TOO_SHORT);
		assertThat(POLICY.check("correct horse battery staple".repeat(4) + "0123456789abcdef", NAMES)).isEmpty();
		assertThat(POLICY.check("correct horse battery staple".repeat(4) + "0123456789abcdefg", NAMES))
			.contains(Refusal.TOO_LONG);
	}

	@Test
	void aShortNameForbidsNothing() {
		assertThat(POLICY.check("correct horse battery staple", List.of("or", "a@example.org"))).isEmpty();
	}

}
