package io.kehu.platform.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Copies details, which are records, with another value of one component.
 */
final class RecordCopies {

	private static final ClassValue<Shape> SHAPES = new ClassValue<>() {

		@Override
		protected Shape computeValue(Class<?> type) {
			return Shape.of(type);
		}

	};

	private RecordCopies() {
	}

	/**
	 * Returns a copy with another value.
	 * @throws IllegalArgumentException if there is no such component
	 */
	@SuppressWarnings("unchecked")
	static <T> T with(T details, String component, Object value) {
		Shape shape = SHAPES.get(details.getClass());
		@Nullable Object[] values = shape.components()
			.stream()
			.<@Nullable Object>map((accessor) -> ReflectionUtils.invokeMethod(accessor, details))
			.toArray();
		values[shape.indexOf(component)] = value;
		return (T) BeanUtils.instantiateClass(shape.constructor(), values);
	}

	/**
	 * The accessors and the canonical constructor of a record type.
	 */
	private record Shape(List<Method> components, Constructor<?> constructor) {

		static Shape of(Class<?> type) {
			RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents(), type::getName);
			Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
			List<Method> accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toList();
			accessors.forEach(ReflectionUtils::makeAccessible);
			try {
				return new Shape(accessors, type.getDeclaredConstructor(types));
			}
			catch (NoSuchMethodException ex) {
				throw new IllegalStateException(ex);
			}
		}

		int indexOf(String component) {
			for (int i = 0; i < this.components.size(); i++) {
				if (this.components.get(i).getName().equals(component)) {
					return i;
				}
			}
			throw new IllegalArgumentException("There is no component " + component);
		}

	}

}
