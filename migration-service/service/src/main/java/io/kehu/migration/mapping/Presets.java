package io.kehu.migration.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.kehu.migration.move.database.Schema;
import io.kehu.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ready-made mappings of well-known databases.
 */
final class Presets {

	private static final List<String> NAMES = List.of("northwind", "npsp", "sakila");

	private Presets() {
	}

	/**
	 * Returns the proposal of a preset.
	 * @throws ProblemException 400 if there is none
	 */
	static MappingProposal proposal(String name, Schema schema, JsonMapper json) {
		if (!NAMES.contains(name)) {
			throw ProblemException.invalid("/preset", "not_found", "must be one of " + NAMES);
		}
		CrmMapping mapping = read(name, json);
		MappingPlan plan = MappingPlanner.plan(schema, mapping);
		List<String> open = plan.errors()
			.stream()
			.map((error) -> "%s %s".formatted(error.pointer(), error.message()))
			.toList();
		return new MappingProposal(mapping,
				List.of(new MappingProposal.ProposalReason("", "The ready-made mapping " + name + ".")),
				plan.unmapped(), open);
	}

	static CrmMapping read(String name, JsonMapper json) {
		return resource(name, (file) -> json.readValue(file, CrmMapping.class));
	}

	/** Reads a file about mappings. */
	static <T> T resource(String name, Function<InputStream, T> reading) {
		try (InputStream file = Presets.class.getResourceAsStream("/mappings/" + name + ".json")) {
			return reading.apply(Objects.requireNonNull(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
