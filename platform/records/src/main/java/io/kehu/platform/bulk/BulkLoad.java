package io.kehu.platform.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.Outage;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.rehearsal.Rehearsal;
import io.kehu.platform.web.Contention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Runs one bulk load: reads lines, stores them in chunks, and writes the result of each
 * line once its chunk has been committed.
 */
final class BulkLoad<T> {

	private static final Logger log = LoggerFactory.getLogger(BulkLoad.class);

	private final RequestJson json;

	private final BulkLineParser<T> parser;

	private final BulkTarget<T> target;

	private final OutputStream client;

	private final boolean dryRun;

	BulkLoad(RequestJson json, BulkLineParser<T> parser, BulkTarget<T> target, OutputStream client, boolean dryRun) {
		this.json = json;
		this.parser = parser;
		this.target = target;
		this.client = client;
		this.dryRun = dryRun;
	}

	void run(InputStream body) throws IOException {
		try (AnswerSpool answers = new AnswerSpool(this.client);
				ChunkLanes<List<BulkResult>> lanes = new ChunkLanes<>();
				ChunkReader<T> chunks = new ChunkReader<>(body, this.parser)) {
			for (List<BulkLine<T>> next = chunks.next(); !next.isEmpty(); next = chunks.next()) {
				List<BulkLine<T>> chunk = next;
				List<BulkItem<T>> sound = sound(chunk);
				lanes.begin(this.target.allKeys(sound), (touched) -> store(chunk, sound, touched),
						(results) -> answer(results, answers));
			}
			lanes.finish();
		}
	}

	private List<BulkResult> store(List<BulkLine<T>> chunk, List<BulkItem<T>> sound, Consumer<Collection<?>> touched) {
		Iterator<BulkOutcome> outcomes = (sound.isEmpty() ? List.<BulkOutcome>of() : storeAll(sound, touched))
			.iterator();
		return chunk.stream()
			.map((line) -> line.errors().isEmpty() ? BulkResult.of(line.number(), outcomes.next())
					: BulkResult.rejected(line.number(), line.errors()))
			.toList();
	}

	private static <T> List<BulkItem<T>> sound(List<BulkLine<T>> chunk) {
		return chunk.stream().filter((line) -> line.errors().isEmpty()).map(BulkLine::sound).toList();
	}

	private void answer(List<BulkResult> results, AnswerSpool answers) {
		try {
			for (BulkResult result : results) {
				answers.add(line(result));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] line(BulkResult result) {
		byte[] object = this.json.mapper().writeValueAsBytes(result);
		byte[] line = Arrays.copyOf(object, object.length + 1);
		line[object.length] = '\n';
		return line;
	}

	private List<BulkOutcome> storeAll(List<BulkItem<T>> items, Consumer<Collection<?>> touched) {
		try {
			return Contention.resolve(() -> Rehearsal.call(this.dryRun, () -> this.target.store(items, touched)));
		}
		catch (RuntimeException ex) {
			if (items.size() > 1 && !Outage.causes(ex)) {
				return items.stream().map((item) -> storeAll(List.of(item), BulkLoad::nothing).get(0)).toList();
			}
			List<FieldError> errors = reasons(ex);
			return items.stream().map((item) -> BulkOutcome.rejected(errors)).toList();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ignores the keys: those of the chunk have been reported already, or are unknown.
	 */
	private static void nothing(Collection<?> touched) {
	}

	private static List<FieldError> reasons(RuntimeException failure) {
		if (failure instanceof ProblemException refusal) {
			return refusal.asErrors();
		}
		if (Outage.causes(failure)) {
			return List.of(FieldError.at("", "unavailable", "the database does not answer; send the line again"));
		}
		if (failure instanceof DataIntegrityViolationException || failure instanceof ConcurrencyFailureException) {
			return List.of(FieldError.at("", "conflict", "conflicts with what is stored already"));
		}
		log.error("A line could not be stored", failure);
		return List.of(FieldError.at("", "internal", "internal error; it has been logged"));
	}

}
