package io.kehu.platform.personal;

import java.util.List;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PersonalDataUnitTests {

	private static final PersonalData DATA = PersonalData.of(Person.class);

	@Test
	void findsPersonalDataInListsOfRecords() {
		assertThat(DATA.members()).containsExactlyInAnyOrder("emails", "number");
		assertThat(PersonalData.of(FieldError.class).members()).isEmpty();
	}

	@Test
	void masksWithoutRevealingShortValues() {
		Person masked = DATA.masked(new Person("Ann", List.of(new Email("ann@x.example", "work")), "12345"));
		assertThat(masked).isEqualTo(new Person("Ann", List.of(new Email("a***@masked.invalid", "work")), "***"));
		assertThat(Mask.EMAIL.of("")).isEqualTo("***@masked.invalid");
		assertThat(Mask.EMAIL.of("\uD83D\uDE00x@y.example")).isEqualTo("***@masked.invalid");
		assertThat(Mask.NUMBER.of("12345 /")).isEqualTo("***");
		assertThat(Mask.NUMBER.of("1234567")).isEqualTo("***67");
		List.of("", "a@b.example", "+493012345", "\u0130x@y.example")
			.forEach((value) -> List.of(Mask.values())
				.forEach((mask) -> assertThat(mask.matches(mask.of(value))).isTrue()));
	}

	@Test
	void replacesMasksInAnyOrder() {
		Person before = new Person("Ann", List.of(new Email("a1@x.example", "1"), new Email("a2@x.example", "2")),
				null);
		Email mask = new Email("a***@masked.invalid", "home");
		Person resolved = DATA.resolved(new Person("Ann", List.of(mask, new Email("b@x.example", null), mask), null),
				before);
		assertThat(resolved.emails()).extracting(Email::address)
			.containsExactly("a1@x.example", "b@x.example", "a2@x.example");
		assertThat(resolved.emails()).extracting(Email::type).containsExactly("home", null, "home");
	}

	@Test
	void refusesMoreMasksThanValues() {
		Person before = new Person("Ann", List.of(new Email("a1@x.example", null)), null);
		Email mask = new Email("a***@masked.invalid", null);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> DATA.resolved(new Person("Ann", List.of(mask, mask), "***12"), before))
			.satisfies((ex) -> assertThat(ex.errors()).extracting(FieldError::pointer)
				.containsExactly("/emails/1/address", "/number"));
	}

	private record Person(String name, List<Email> emails, @Personal(Mask.NUMBER) @Nullable String number) {
	}

	private record Email(@Personal(Mask.EMAIL) String address, @Nullable String type) {
	}

}
