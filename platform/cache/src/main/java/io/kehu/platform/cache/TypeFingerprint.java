package io.kehu.platform.cache;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A fingerprint of a type's fields, so that a release never reads what another one wrote
 * in another shape.
 */
final class TypeFingerprint {

	private final Set<Class<?>> seen = new HashSet<>();

	private final StringBuilder text = new StringBuilder();

	private TypeFingerprint() {
	}

	/** Returns eight hexadecimal digits that change when the type's fields do. */
	static String of(Class<?> type) {
		TypeFingerprint shape = new TypeFingerprint();
		shape.add(type);
		CRC32 checksum = new CRC32();
		checksum.update(shape.text.toString().getBytes(StandardCharsets.UTF_8));
		return String.format("%08x", checksum.getValue());
	}

	private void add(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::add);
			add(parameterized.getRawType());
		}
		else if (type instanceof Class<?> named && this.seen.add(named)) {
			this.text.append(named.getName());
			if (named.isArray()) {
				add(named.getComponentType());
			}
			else if (named.isEnum()) {
				this.text.append(
						Arrays.stream(named.getEnumConstants()).map(Object::toString).collect(Collectors.joining(",")));
			}
			else if (!named.isInterface() && !named.isPrimitive() && !named.getName().startsWith("java.")) {
				addFields(named);
			}
		}
	}

	private void addFields(Class<?> type) {
		for (Field field : type.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
				this.text.append(';').append(field.getName()).append(':').append(field.getGenericType().getTypeName());
				add(field.getGenericType());
			}
		}
		if (type.getSuperclass() != null) {
			add(type.getSuperclass());
		}
	}

}
