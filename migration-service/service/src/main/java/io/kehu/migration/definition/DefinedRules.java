package io.kehu.migration.definition;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.clean.chain.Rule;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives runs the rules of definitions.
 */
@Component
public class DefinedRules {

	private final DefinitionStore store;

	private final RuleReading reading;

	DefinedRules(DefinitionStore store, RuleReading reading) {
		this.store = store;
		this.reading = reading;
	}

	/**
	 * Find the definition, or a revision of it, that a request's body names.
	 * @param id its id
	 * @param revision which revision, or null for the newest
	 * @throws ProblemException 400 when there is none
	 */
	public DefinitionView require(UUID id, @Nullable Integer revision) {
		DefinitionView newest = this.store.find(id)
			.orElseThrow(() -> ProblemException.invalid("/definitionId", "not_found",
					"there is no cleaning definition " + id));
		if (revision == null) {
			return newest;
		}
		return this.store.find(id, revision)
			.orElseThrow(() -> ProblemException.invalid("/revision", "not_found",
					"the definition has %d revisions".formatted(newest.revision())));
	}

	/** The rules of a revision, also of a deleted definition. */
	public List<Rule> of(UUID id, int revision) {
		DefinitionView found = this.store.find(id, revision)
			.orElseThrow(() -> ProblemException.notFound("revision of the cleaning definition", revision));
		return this.reading.read(found.rules(), "/rules");
	}

}
