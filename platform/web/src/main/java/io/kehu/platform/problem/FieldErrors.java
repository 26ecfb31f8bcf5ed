package io.kehu.platform.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import org.springframework.http.HttpStatus;

/**
 * Converts constraint violations and JSON parsing failures to field errors, without
 * exposing class names.
 */
public final class FieldErrors {

	private static final Map<Class<?>, String> SHAPES = Map.ofEntries(
			Map.entry(LocalDate.class, "a day, such as 2026-01-31"),
			Map.entry(Instant.class, "a moment, such as 2026-01-31T09:30:00Z"), Map.entry(UUID.class, "a UUID"),
			Map.entry(BigDecimal.class, "a number"), Map.entry(Double.class, "a number"),
			Map.entry(double.class, "a number"), Map.entry(Integer.class, "a whole number"),
			Map.entry(int.class, "a whole number"), Map.entry(Long.class, "a whole number"),
			Map.entry(long.class, "a whole number"), Map.entry(Boolean.class, "true or false"),
			Map.entry(boolean.class, "true or false"));

	private static final Map<String, String> CODES = Map.ofEntries(Map.entry("NotNull", "required"),
			Map.entry("NotBlank", "required"), Map.entry("NotEmpty", "required"), Map.entry("Size", "invalid_length"),
			Map.entry("Pattern", "invalid_format"), Map.entry("Email", "invalid_email"),
			Map.entry("PastOrPresent", "invalid_date"), Map.entry("Positive", "out_of_range"),
			Map.entry("PositiveOrZero", "out_of_range"), Map.entry("Min", "out_of_range"),
			Map.entry("Max", "out_of_range"), Map.entry("DecimalMin", "out_of_range"),
			Map.entry("DecimalMax", "out_of_range"), Map.entry("Digits", "out_of_range"),
			Map.entry("Price", "out_of_range"));

	private FieldErrors() {
	}

	/**
	 * Returns one error for each constraint violation, sorted by field.
	 */
	public static List<FieldError> of(Collection<? extends ConstraintViolation<?>> violations) {
		return violations.stream()
			.map((violation) -> FieldError.at(pointer(violation.getPropertyPath()), code(violation),
					violation.getMessage()))
			.sorted(Comparator.comparing(FieldError::message))
			.sorted(Comparator.comparing((FieldError error) -> String.valueOf(error.pointer())))
			.toList();
	}

	/**
	 * Returns the error for JSON that could not be read.
	 */
	public static FieldError of(JacksonException unreadable) {
		String pointer = pointer(unreadable.getPath());
		if (unreadable instanceof UnrecognizedPropertyException unknown) {
			return FieldError.at(pointer, "unknown_field", "there is no field " + unknown.getPropertyName());
		}
		if (unreadable instanceof UncleanTextException) {
			return FieldError.at(pointer, "control_character", unreadable.getOriginalMessage());
		}
		if (unreadable instanceof InvalidTypeIdException kind) {
			return unknownKind(kind, pointer);
		}
		if (unreadable instanceof ValueInstantiationException instantiation) {
			String field = (instantiation.getCause() instanceof InvalidFieldException invalid) ? "/" + invalid.field()
					: "";
			return FieldError.at(pointer + field, "invalid_value", reason(instantiation));
		}
		if (unreadable instanceof InvalidFormatException format) {
			return FieldError.at(pointer, "invalid_value", expected(format.getTargetType()));
		}
		if (unreadable instanceof StreamConstraintsException) {
			return FieldError.at(pointer, "too_complex", "the JSON is nested too deeply, or a value is too long");
		}
		if (unreadable instanceof MismatchedInputException mismatch) {
			String expected = expected(mismatch.getTargetType());
			return FieldError.at(pointer, "wrong_type",
					pointer.isEmpty() ? "the body %s, with nothing after it".formatted(expected) : expected);
		}
		if (unreadable instanceof StreamReadException read) {
			return FieldError.at(pointer, "malformed_json", "the body is no valid JSON at line %d, column %d"
				.formatted(read.getLocation().getLineNr(), read.getLocation().getColumnNr()));
		}
		return FieldError.at(pointer, "wrong_type", "the body is not of the expected shape");
	}

	/**
	 * Does work on a part of a request, whose errors get the pointer of that part before
	 * theirs.
	 * @throws ProblemException if the work does, or if it cannot read JSON
	 */
	public static <T> T within(String pointer, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (JacksonException ex) {
			throw ProblemException.invalid(List.of(of(ex).below(pointer)));
		}
		catch (ProblemException ex) {
			if (ex.errors().isEmpty()) {
				throw ex;
			}
			List<FieldError> errors = ex.errors().stream().map((error) -> error.below(pointer)).toList();
			throw (ex.status() == HttpStatus.CONFLICT) ? ProblemException.conflict(ex.detail(), errors)
					: ProblemException.invalid(errors);
		}
	}

	/** Returns the error for an unknown or missing kind, with the known ones. */
	private static FieldError unknownKind(InvalidTypeIdException failure, String pointer) {
		Class<?> type = failure.getBaseType().getRawClass();
		JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
		JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
		String property = "/" + ((info != null) ? info.property() : "type");
		String place = pointer.endsWith(property) ? pointer : pointer + property;
		String known = (kinds != null)
				? Arrays.stream(kinds.value()).map(JsonSubTypes.Type::name).collect(Collectors.joining(", ", " [", "]"))
				: " the known kinds";
		return FieldError.at(place, "invalid_value", "must be one of" + known);
	}

	private static String reason(ValueInstantiationException failure) {
		String message = (failure.getCause() instanceof IllegalArgumentException cause) ? cause.getMessage() : null;
		return (message != null) ? message : expected(failure.getType().getRawClass());
	}

	/**
	 * Returns what a value of a type must be.
	 * @param type the type, or null if it is unknown
	 */
	static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "is not of the expected type";
		}
		if (type.isEnum()) {
			return "must be one of " + Arrays.toString(type.getEnumConstants());
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "must be an array";
		}
		if (type.isRecord() || Map.class.isAssignableFrom(type)) {
			return "must be an object";
		}
		return "must be " + SHAPES.getOrDefault(type, "a " + type.getSimpleName().toLowerCase(Locale.ROOT));
	}

	private static String code(ConstraintViolation<?> violation) {
		String rule = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
		if (rule.equals("NotBlank") && violation.getInvalidValue() instanceof CharSequence text && !text.isEmpty()) {
			return "blank";
		}
		String known = CODES.get(rule);
		return (known != null) ? known : rule.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	private static String pointer(Path path) {
		StringBuilder pointer = new StringBuilder();
		for (Path.Node node : path) {
			if (node.getIndex() != null) {
				pointer.append('/').append(node.getIndex());
			}
			else if (node.getKey() != null) {
				pointer.append('/').append(escape(node.getKey().toString()));
			}
			String name = node.getName();
			if (name != null && !name.isEmpty() && !name.startsWith("<")) {
				pointer.append('/').append(escape(name));
			}
		}
		return pointer.toString();
	}

	private static String pointer(List<JacksonException.Reference> path) {
		StringBuilder pointer = new StringBuilder();
		for (JacksonException.Reference step : path) {
			String name = step.getPropertyName();
			pointer.append('/').append((name != null) ? escape(name) : String.valueOf(step.getIndex()));
		}
		return pointer.toString();
	}

	private static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

}
