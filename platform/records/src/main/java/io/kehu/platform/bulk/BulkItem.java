package io.kehu.platform.bulk;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.kehu.platform.json.RecordMembers;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of one line of a bulk load. Whether the line has to be a whole record is
 * only known once it is known whether the record exists.
 *
 * @param <T> the type of a whole record
 */
public final class BulkItem<T> {

	private final RequestJson json;

	private final Class<T> type;

	private final T given;

	private final List<FieldError> errors;

	/** Those of the errors that remain when the line is merged. */
	private List<FieldError> lasting = List.of();

	/** The text of the line, or null if it replaces the record. */
	private final byte @Nullable [] line;

	private @Nullable ObjectNode patch;

	private BulkItem(RequestJson json, Class<T> type, T given, List<FieldError> errors, byte @Nullable [] line) {
		this.json = json;
		this.type = type;
		this.given = given;
		this.errors = errors;
		this.line = line;
	}

	/** Returns a valid item that replaces its record. */
	static <T> BulkItem<T> replacing(RequestJson json, Class<T> type, T given) {
		return new BulkItem<>(json, type, given, List.of(), null);
	}

	/**
	 * Returns an item that is merged into its record.
	 * @param given the members of the line, as far as they can be read
	 * @param errors the reasons why they are not a whole record
	 * @param line a JSON object
	 */
	static <T> BulkItem<T> merging(RequestJson json, Class<T> type, T given, List<FieldError> errors, byte[] line) {
		return new BulkItem<>(json, type, given, errors, line);
	}

	/**
	 * Returns the members of the line, with which its record is to be found. If the line
	 * is merged, they may be incomplete and are not validated.
	 */
	public T given() {
		return this.given;
	}

	/** Returns whether the line is merged into its record, instead of replacing it. */
	public boolean merges() {
		return this.line != null;
	}

	/**
	 * Returns the line as a whole record.
	 * @throws ProblemException if the line is not a valid record
	 */
	public T whole() {
		if (!this.errors.isEmpty()) {
			throw ProblemException.invalid(this.errors);
		}
		return this.given;
	}

	/** Returns whether the line is a valid record by itself. */
	public boolean isWhole() {
		return this.errors.isEmpty();
	}

	/**
	 * Returns the record after the line has been merged into it.
	 * @throws ProblemException if the result is not valid
	 */
	public T mergedInto(T before) {
		if (!this.lasting.isEmpty()) {
			throw ProblemException.invalid(this.lasting);
		}
		try {
			return this.json.mergeChanges(before, patch(), this.type);
		}
		catch (JacksonException ex) {
			throw ProblemException.invalid(List.of(FieldErrors.of(ex)));
		}
	}

	/** Returns whether the line clears a member of the record it is merged into. */
	public boolean clears(String member) {
		JsonNode value = patch().get(member);
		return value != null && value.isNull();
	}

	/**
	 * Returns the part of the line that belongs to another type.
	 * @param mapping returns that part of a whole record
	 */
	public <U> BulkItem<U> as(Class<U> other, Function<T, U> mapping) {
		BulkItem<U> item = new BulkItem<>(this.json, other, mapping.apply(this.given), this.errors, this.line);
		if (merges()) {
			item.patch = patch().deepCopy();
			Set<String> members = RecordMembers.of(other);
			item.patch.retain(members);
			item.lasting = this.errors.stream().filter((error) -> !members.contains(member(error))).toList();
		}
		return item;
	}

	private static String member(FieldError error) {
		String[] segments = String.valueOf(error.pointer()).split("/", -1);
		return (segments.length > 1) ? segments[1] : "";
	}

	private ObjectNode patch() {
		ObjectNode parsed = this.patch;
		if (parsed == null) {
			parsed = (ObjectNode) this.json.mapper().readTree(this.line);
			this.patch = parsed;
		}
		return parsed;
	}

}
