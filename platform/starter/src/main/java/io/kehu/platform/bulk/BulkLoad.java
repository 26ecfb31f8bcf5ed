package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.Outage;
import io.kehu.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Runs one bulk load: reads lines, stores them chunk by chunk, and answers each line once
 * its chunk has been committed.
 */
final class BulkLoad<T> {

	private static final Logger log = LoggerFactory.getLogger(BulkLoad.class);

	private final RequestJson json;

	private final BulkLineParser<T> parser;

	private final BulkTarget<T> target;

	private final OutputStream client;

	BulkLoad(RequestJson json, Class<T> type, BulkTarget<T> target, OutputStream client) {
		this.json = json;
		this.parser = new BulkLineParser<>(json, type);
		this.target = target;
		this.client = client;
	}

	void run(InputStream body) throws IOException {
		try (AnswerSpool answers = new AnswerSpool(this.client);
				ChunkReader<T> chunks = new ChunkReader<>(body, this.parser)) {
			for (List<BulkLine<T>> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
				finish(chunk, answers);
			}
		}
	}

	private void finish(List<BulkLine<T>> chunk, AnswerSpool answers) throws IOException {
		List<BulkLine<T>> sound = chunk.stream().filter((line) -> line.errors().isEmpty()).toList();
		List<BulkOutcome> outcomes = sound.isEmpty() ? List.of() : store(sound.stream().map(BulkLine::sound).toList());
		int next = 0;
		for (BulkLine<T> line : chunk) {
			BulkResult result = line.errors().isEmpty() ? BulkResult.of(line.number(), outcomes.get(next++))
					: BulkResult.rejected(line.number(), line.errors());
			answers.add(line(result));
		}
	}

	private byte[] line(BulkResult result) {
		byte[] object = this.json.mapper().writeValueAsBytes(result);
		byte[] line = Arrays.copyOf(object, object.length + 1);
		line[object.length] = '\n';
		return line;
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

}
