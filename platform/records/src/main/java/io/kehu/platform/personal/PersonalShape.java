package io.kehu.platform.personal;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The components of a record type that are or contain personal data, with which copies of
 * its records are made.
 *
 * @param constructor the canonical constructor
 * @param named the parts by their names in JSON, those of unwrapped records included
 */
record PersonalShape(Constructor<?> constructor, List<RecordComponent> components, List<PersonalPart> parts,
		Map<String, PersonalPart> named) {

	static PersonalShape of(Class<?> type) {
		try {
			List<RecordComponent> components = List.of(type.getRecordComponents());
			Constructor<?> constructor = type
				.getDeclaredConstructor(components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
			constructor.setAccessible(true);
			List<PersonalPart> parts = new ArrayList<>();
			for (int i = 0; i < components.size(); i++) {
				RecordComponent component = components.get(i);
				component.getAccessor().setAccessible(true);
				PersonalPart part = part(component, i);
				if (part != null) {
					parts.add(part);
				}
			}
			return new PersonalShape(constructor, components, List.copyOf(parts), named(parts));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable PersonalPart part(RecordComponent component, int index) {
		Personal personal = component.getAnnotation(Personal.class);
		if (personal != null) {
			return new PersonalPart(component, index, personal.value(), personal.sealed(), null, false);
		}
		Class<?> contained = contained(component);
		PersonalShape inner = (contained != null) ? of(contained) : null;
		return (inner != null && !inner.parts().isEmpty()) ? new PersonalPart(component, index, null, false, inner,
				component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) : null;
	}

	/** Returns the type of the records in a component, or null if there are none. */
	private static @Nullable Class<?> contained(RecordComponent component) {
		Type type = component.getGenericType();
		if (type instanceof ParameterizedType list && component.getType() == List.class) {
			type = list.getActualTypeArguments()[0];
		}
		return (type instanceof Class<?> record && record.isRecord()) ? record : null;
	}

	private static Map<String, PersonalPart> named(List<PersonalPart> parts) {
		Map<String, PersonalPart> named = new HashMap<>();
		for (PersonalPart part : parts) {
			if (part.unwrapped()) {
				part.shape().named().forEach(named::putIfAbsent);
			}
			else {
				named.putIfAbsent(part.name(), part);
			}
		}
		return Map.copyOf(named);
	}

	/** Returns the part with this name in JSON. */
	Optional<PersonalPart> find(String member) {
		return Optional.ofNullable(this.named.get(member));
	}

	/**
	 * Returns a copy of a record with other personal data.
	 * @param present a record of the same type whose values are passed on, or null
	 */
	@SuppressWarnings("unchecked")
	<V extends Record> V transformed(V record, @Nullable Record present, Replacing replacing, String pointer) {
		@Nullable Object[] values = this.components.stream().map((component) -> value(component, record)).toArray();
		boolean same = true;
		for (PersonalPart part : this.parts) {
			Object value = values[part.index()];
			if (value != null) {
				Object other = (present != null) ? value(part.component(), present) : null;
				values[part.index()] = transformed(part, value, other, replacing, part.pointer(pointer));
				same &= value.equals(values[part.index()]);
			}
		}
		return same ? record : (V) copy(values);
	}

	private static Object transformed(PersonalPart part, Object value, @Nullable Object present, Replacing replacing,
			String pointer) {
		if (part.mask() != null) {
			return replacing.replace(part, (String) value, (String) present, pointer);
		}
		if (!(value instanceof List<?> list)) {
			return part.shape().transformed((Record) value, (Record) present, replacing, pointer);
		}
		List<?> candidates = (present instanceof List<?> others) ? others : List.of();
		Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Object> copies = new ArrayList<>();
		for (int i = 0; i < list.size(); i++) {
			Record element = (Record) list.get(i);
			Record counterpart = part.counterpart(element, candidates, taken);
			Optional.ofNullable(counterpart).ifPresent(taken::add);
			copies.add(part.shape().transformed(element, counterpart, replacing, pointer + "/" + i));
		}
		return List.copyOf(copies);
	}

	void removeSealed(ObjectNode json) {
		for (PersonalPart part : this.parts) {
			JsonNode value = json.get(part.name());
			if (part.sealed()) {
				json.remove(part.name());
			}
			else if (part.unwrapped()) {
				part.shape().removeSealed(json);
			}
			else if (part.mask() == null && value != null) {
				(value.isArray() ? value : List.of(value)).forEach((element) -> {
					if (element instanceof ObjectNode object) {
						part.shape().removeSealed(object);
					}
				});
			}
		}
	}

	/** Returns whether all masks in a record are those of another's values. */
	boolean isMaskOf(Record masked, Record clear) {
		boolean[] some = new boolean[1];
		boolean[] all = { true };
		transformed(masked, clear, (part, value, present, pointer) -> {
			Mask mask = part.text();
			boolean is = mask.matches(value);
			some[0] |= is;
			all[0] &= !is || (present != null && mask.of(present).equals(value));
			return value;
		}, "");
		return some[0] && all[0];
	}

	private Object copy(@Nullable Object[] values) {
		try {
			return this.constructor.newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(Arrays.toString(this.constructor.getParameterTypes()), ex);
		}
	}

	private static @Nullable Object value(RecordComponent component, Object record) {
		try {
			return component.getAccessor().invoke(record);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(Objects.toString(component), ex);
		}
	}

	/**
	 * Replaces a text that is personal data.
	 */
	@FunctionalInterface
	interface Replacing {

		/** Returns the text to use; {@code present} is the one that is stored. */
		String replace(PersonalPart part, String value, @Nullable String present, String pointer);

	}

}
