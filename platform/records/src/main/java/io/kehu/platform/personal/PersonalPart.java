package io.kehu.platform.personal;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A component of a record that is or contains personal data.
 *
 * @param component the component
 * @param index its position in the record
 * @param mask its mask, or null if it contains records with personal data
 * @param sealed whether it is a text that is sealed
 * @param inner the records in it, or null if it is a text
 * @param unwrapped whether its members are members of the record in JSON
 */
record PersonalPart(RecordComponent component, int index, @Nullable Mask mask, boolean sealed,
		@Nullable PersonalShape inner, boolean unwrapped) {

	String name() {
		return this.component.getName();
	}

	/** Returns the mask of a text. */
	Mask text() {
		return Objects.requireNonNull(this.mask);
	}

	PersonalShape shape() {
		return Objects.requireNonNull(this.inner);
	}

	/** Returns those of its members in JSON that are such parts. */
	Set<String> members(Predicate<PersonalPart> which) {
		if (this.unwrapped) {
			return shape().parts()
				.stream()
				.flatMap((part) -> part.members(which).stream())
				.collect(Collectors.toCollection(LinkedHashSet::new));
		}
		return which.test(this) ? Set.of(name()) : Set.of();
	}

	/** Returns whether it is or contains a text that is sealed. */
	boolean sealedSomewhere() {
		return this.sealed
				|| (this.inner != null && this.inner.parts().stream().anyMatch(PersonalPart::sealedSomewhere));
	}

	String pointer(String parent) {
		return this.unwrapped ? parent : parent + "/" + name();
	}

	/**
	 * Returns the element among these that a masked element stands for: the first that is
	 * not taken yet and has the same masks.
	 */
	@Nullable Record counterpart(Record element, List<?> candidates, Set<Object> taken) {
		for (Object candidate : candidates) {
			if (candidate instanceof Record present && !taken.contains(candidate)
					&& shape().isMaskOf(element, present)) {
				return present;
			}
		}
		return null;
	}

}
