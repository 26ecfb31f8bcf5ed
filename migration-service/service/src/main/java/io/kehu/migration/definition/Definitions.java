package io.kehu.migration.definition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.profile.RuleProposal;
import io.kehu.migration.profile.TableProfile;
import io.kehu.migration.report.ProfileReports;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.id.Ids;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages cleaning definitions.
 */
@Service
class Definitions {

	/** A proposal that is not a rule, because it merges records. */
	private static final String LINKAGE = "linkage";

	private final DefinitionStore store;

	private final RuleReading reading;

	private final ProfileReports profiles;

	private final RequestJson requests;

	private final JsonMapper json;

	private final StewardAccess access;

	Definitions(DefinitionStore store, RuleReading reading, ProfileReports profiles, RequestJson requests,
			JsonMapper json, StewardAccess access) {
		this.access = access;
		this.store = store;
		this.reading = reading;
		this.profiles = profiles;
		this.requests = requests;
		this.json = json;
	}

	@Transactional
	DefinitionView create(DefinitionDetails details) {
		this.reading.read(details.rules(), "/rules");
		UUID id = Ids.next();
		this.store.insert(id, details, Callers.current().name());
		return get(id);
	}

	/**
	 * Returns the latest revision of a definition.
	 * @throws ProblemException 404 if there is none
	 */
	DefinitionView get(UUID id) {
		return this.store.find(id).orElseThrow(() -> ProblemException.notFound("cleaning definition", id));
	}

	/**
	 * Returns a revision of a definition, even of a deleted one.
	 * @throws ProblemException 404 if there is none
	 */
	DefinitionView get(UUID id, int revision) {
		return this.store.find(id, revision)
			.orElseThrow(() -> ProblemException.notFound("revision of the cleaning definition", revision));
	}

	List<DefinitionView> list() {
		return this.store.list();
	}

	@Transactional
	DefinitionView change(UUID id, ExpectedVersion expected, JsonNode patch) {
		DefinitionView current = get(id);
		expected.check(current.version());
		DefinitionDetails details = this.requests.merge(new DefinitionDetails(current.name(), current.rules()),
				DefinitionView.class, () -> current, patch, DefinitionDetails.class);
		return change(current, details);
	}

	private DefinitionView change(DefinitionView current, DefinitionDetails details) {
		this.reading.read(details.rules(), "/rules");
		this.access.check(Definition.class, AccessLevel.CHANGE, current.id(), "cleaning definition");
		if (details.equals(new DefinitionDetails(current.name(), current.rules()))) {
			return current;
		}
		if (!this.store.change(current, details, Callers.current().name())) {
			new ExpectedVersion(current.version()).check(current.version() + 1);
		}
		return get(current.id());
	}

	/**
	 * Adds rules proposed by a profile, in the order in which they should run.
	 */
	@Transactional
	DefinitionView accept(UUID id, ExpectedVersion expected, AcceptedProposals accepted) throws IOException {
		DefinitionView current = get(id);
		expected.check(current.version());
		TableProfile profile = this.profiles.report(accepted.profileId()).profile();
		List<RuleProposal> proposals;
		try {
			proposals = profile.accepted(accepted.proposalIds());
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalid("/proposalIds", "not_found", String.valueOf(ex.getMessage()));
		}
		List<JsonNode> rules = new ArrayList<>(current.rules());
		for (RuleProposal proposal : proposals) {
			if (proposal.kind().equals(LINKAGE)) {
				throw ProblemException.invalid("/proposalIds", "no_cleaning_rule",
						"%s is not a cleaning rule; link the cleaned data set instead".formatted(proposal.id()));
			}
			JsonNode rule = this.json.valueToTree(proposal.definition());
			if (!rules.contains(rule)) {
				rules.add(rule);
			}
		}
		return change(current, new DefinitionDetails(current.name(), rules));
	}

	@Transactional
	void delete(UUID id, Preconditions preconditions) {
		DefinitionView definition = get(id);
		this.access.check(Definition.class, AccessLevel.DELETE, id, "cleaning definition");
		preconditions.check(definition.version());
		this.store.delete(id);
	}

}
