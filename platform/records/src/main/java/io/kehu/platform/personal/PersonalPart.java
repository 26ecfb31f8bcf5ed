package io.kehu.platform.personal;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A component of a record that is or contains personal data.
 *
 * @param component the component
 * @param index its position in the record
 * @param mask its mask, or null if it contains records with personal data
 * @param inner the records in it, or null if it is a text
 * @param unwrapped whether its members are members of the record in JSON
 */
record PersonalPart(RecordComponent component, int index, @Nullable Mask mask, @Nullable PersonalShape inner,
		boolean unwrapped) {

	String name() {
		return this.component.getName();
	}

	PersonalShape shape() {
		return Objects.requireNonNull(this.inner);
	}

	/** Returns the members in JSON. */
	Set<String> members() {
		return this.unwrapped ? Set.copyOf(shape().parts().stream().flatMap((part) -> part.members().stream()).toList())
				: Set.of(name());
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
