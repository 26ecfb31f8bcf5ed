package io.kehu.platform.export;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.json.RecordMembers;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Determines the columns of a CSV export: members of the view, or paths into them such as
 * {@code price.amount} and {@code emails.0.address}.
 */
final class ExportColumns {

	static final String PARAMETER = "columns";

	private ExportColumns() {
	}

	/**
	 * Returns the columns that a request names, in its order.
	 * @throws ProblemException if there is no such member
	 */
	static List<String> named(List<String> given, Class<?> view) {
		List<String> columns = Arrays.asList(String.join(",", given).split(",", -1));
		for (String column : columns) {
			Type type = view;
			for (String step : column.split("\\.", -1)) {
				type = step(type, step);
				if (type == null) {
					throw ProblemException.invalidParameter(PARAMETER, "unknown_field", "there is no %s; there are %s"
						.formatted(column.replaceAll("[^A-Za-z0-9_.-]", "?"), String.join(", ", flat(view))));
				}
			}
		}
		return columns;
	}

	private static @Nullable Type step(Type type, String step) {
		if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			Type element = list.getActualTypeArguments()[0];
			return step.matches("\\d{1,3}") ? element : step(element, step);
		}
		if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
			return map.getActualTypeArguments()[1];
		}
		if (type == Object.class) {
			return type;
		}
		return (type instanceof Class<?> record && record.isRecord()) ? member(record, step) : null;
	}

	/** Returns a column for each member that is not a record itself. */
	static List<String> flat(Class<?> view) {
		return RecordMembers.of(view).stream().flatMap((name) -> flat(name, member(view, name))).toList();
	}

	private static Stream<String> flat(String path, @Nullable Type type) {
		Type element = (type instanceof ParameterizedType list && list.getRawType() == List.class)
				? list.getActualTypeArguments()[0] : type;
		if (!(element instanceof Class<?> record) || !record.isRecord()) {
			return Stream.of(path);
		}
		return RecordMembers.of(record).stream().flatMap((name) -> flat(path + "." + name, member(record, name)));
	}

	private static @Nullable Type member(Class<?> record, String name) {
		List<Class<?>> unwrapped = new ArrayList<>();
		for (RecordComponent component : record.getRecordComponents()) {
			if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
				unwrapped.add(component.getType());
			}
			else if (component.getName().equals(name)) {
				return component.getGenericType();
			}
		}
		for (Class<?> type : unwrapped) {
			if (RecordMembers.of(type).contains(name)) {
				return member(type, name);
			}
		}
		return null;
	}

}
