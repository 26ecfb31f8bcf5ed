package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.Outage;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Runs one bulk load: reads lines, stores them chunk by chunk, and answers each line once
 * its chunk has been committed.
 */
final class BulkLoad<T> {

	private static final Logger log = LoggerFactory.getLogger(BulkLoad.class);

	private static final int CHUNK = 500;

	private static final int CHUNK_BYTES = 4 << 20;

	private static final int LONGEST_LINE = 1 << 20;

	private final RequestJson json;

	private final ObjectReader reader;

	private final BulkTarget<T> target;

	private final OutputStream answers;

	BulkLoad(RequestJson json, Class<T> type, BulkTarget<T> target, OutputStream answers) {
		this.json = json;
		this.reader = json.reader(type);
		this.target = target;
		this.answers = answers;
	}

	void run(InputStream body) throws IOException {
		LineReader lines = new LineReader(body, LONGEST_LINE);
		List<Line<T>> chunk = new ArrayList<>(CHUNK);
		int bytes = 0;
		for (byte[] line = lines.next(); line != null; line = lines.next()) {
			if (line.length == 0) {
				continue;
			}
			chunk.add(lines.tooLong(line) ? tooLong(lines.number()) : parse(lines.number(), line));
			bytes += line.length;
			if (chunk.size() == CHUNK || bytes >= CHUNK_BYTES) {
				finish(chunk);
				chunk.clear();
				bytes = 0;
			}
		}
		finish(chunk);
	}

	private Line<T> tooLong(long number) {
		return new Line<>(number, null,
				List.of(FieldError.at("", "invalid_length", "a line holds at most %d bytes".formatted(LONGEST_LINE))));
	}

	private Line<T> parse(long number, byte[] line) {
		try {
			T item = this.reader.readValue(line);
			if (item == null) {
				return new Line<>(number, null, List.of(FieldError.at("", "required", "a line must be an object")));
			}
			Set<ConstraintViolation<T>> violations = this.json.violations(item);
			return new Line<>(number, item, violations.isEmpty() ? List.of() : FieldErrors.of(violations));
		}
		catch (JacksonException ex) {
			return new Line<>(number, null, List.of(FieldErrors.of(ex)));
		}
	}

	private void finish(List<Line<T>> chunk) throws IOException {
		if (chunk.isEmpty()) {
			return;
		}
		List<Line<T>> sound = chunk.stream().filter((line) -> line.errors().isEmpty()).toList();
		List<BulkOutcome> outcomes = sound.isEmpty() ? List.of() : store(sound.stream().map(Line::sound).toList());
		int next = 0;
		for (Line<T> line : chunk) {
			BulkResult result = line.errors().isEmpty() ? BulkResult.of(line.number(), outcomes.get(next++))
					: BulkResult.rejected(line.number(), line.errors());
			this.answers.write(this.json.mapper().writeValueAsBytes(result));
			this.answers.write('\n');
		}
		this.answers.flush();
	}

	private List<BulkOutcome> store(List<T> items) {
		try {
			return this.target.store(items);
		}
		catch (RuntimeException ex) {
			if (items.size() > 1 && !Outage.causes(ex)) {
				return items.stream().map((item) -> store(List.of(item)).get(0)).toList();
			}
			List<FieldError> errors = reasons(ex);
			return items.stream().map((item) -> BulkOutcome.rejected(errors)).toList();
		}
	}

	private static List<FieldError> reasons(RuntimeException failure) {
		if (failure instanceof ProblemException refusal) {
			return refusal.asErrors();
		}
		if (Outage.causes(failure)) {
			return List.of(FieldError.at("", "unavailable", "the database does not answer; send the line again"));
		}
		if (failure instanceof DataIntegrityViolationException
				|| failure instanceof OptimisticLockingFailureException) {
			return List.of(FieldError.at("", "conflict", "conflicts with what is stored already"));
		}
		log.error("A line could not be stored", failure);
		return List.of(FieldError.at("", "internal", "something went wrong here; it has been noted"));
	}

	/**
	 * A line that was read: an item, or errors.
	 */
	private record Line<T>(long number, @Nullable T item, List<FieldError> errors) {

		T sound() {
			return java.util.Objects.requireNonNull(this.item);
		}

	}

}
