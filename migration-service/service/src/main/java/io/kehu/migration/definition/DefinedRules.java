package io.kehu.migration.definition;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.clean.chain.Rule;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Provides the rules of definitions.
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
	 * Returns the definition that the body of a request refers to, in its latest or in
	 * another revision.
	 * @param id the id
	 * @param revision the revision, or null for the latest
	 * @throws ProblemException 400 if there is none
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
					"the definition has only %d revisions".formatted(newest.revision())));
	}

	/** Returns the rules of a revision, even of a deleted definition. */
	public List<Rule> of(UUID id, int revision) {
		DefinitionView found = this.store.find(id, revision)
			.orElseThrow(() -> ProblemException.notFound("revision of the cleaning definition", revision));
		return this.reading.read(found.rules(), "/rules");
	}

}
