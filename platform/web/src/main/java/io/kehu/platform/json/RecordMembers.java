package io.kehu.platform.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Determines the members of a record in JSON.
 */
public final class RecordMembers {

	private RecordMembers() {
	}

	/**
	 * Returns the members in their order. The components of an unwrapped record are
	 * separate members, as in JSON.
	 * @param type a record type
	 */
	public static Set<String> of(Class<?> type) {
		Set<String> names = new LinkedHashSet<>();
		for (RecordComponent component : type.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				names.addAll(of(component.getType()));
			}
			else {
				names.add(component.getName());
			}
		}
		return names;
	}

	/** Returns the members of a view whose values change without the record. */
	static Set<String> fromElsewhere(Class<?> view) {
		return Arrays.stream(view.getRecordComponents())
			.filter((component) -> component.getAccessor().isAnnotationPresent(ComesFromElsewhere.class))
			.map(RecordComponent::getName)
			.collect(Collectors.toSet());
	}

}
