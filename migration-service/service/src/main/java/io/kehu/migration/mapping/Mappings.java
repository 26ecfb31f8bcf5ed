package io.kehu.migration.mapping;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.connection.Connections;
import io.kehu.migration.move.database.Schema;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.id.Ids;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Manages mappings. Each is compared with the schema of its source whenever it changes.
 */
@Service
public class Mappings {

	private static final String SUBJECT = "mapping";

	private final MappingStore store;

	private final Connections connections;

	private final StewardAccess access;

	private final RequestJson requests;

	private final JsonMapper json;

	Mappings(MappingStore store, Connections connections, StewardAccess access, RequestJson requests, JsonMapper json) {
		this.store = store;
		this.connections = connections;
		this.access = access;
		this.requests = requests;
		this.json = json;
	}

	/**
	 * Proposes a mapping of a database.
	 * @throws ProblemException 400 if the connection cannot be used, 409 if no table
	 * looks like one of a CRM
	 */
	MappingProposal propose(NewProposal wanted) {
		Schema schema = schema(wanted.connectionId());
		if (wanted.preset() != null) {
			return Presets.proposal(wanted.preset(), schema, this.json);
		}
		return new MappingProposer(schema, wanted.usedSystem()).propose(this.json)
			.orElseThrow(() -> ProblemException.of(HttpStatus.CONFLICT, "nothing-found",
					"None of the %d tables looks like one of a CRM; write the mapping by hand."
						.formatted(schema.tables().size())));
	}

	MappingView create(MappingDetails details) {
		List<String> unmapped = checked(details);
		UUID id = Ids.next();
		this.store.insert(id, details, unmapped, Callers.current().name());
		return get(id);
	}

	/**
	 * Returns a mapping.
	 * @throws ProblemException 404 if there is none
	 */
	public MappingView get(UUID id) {
		return this.store.find(id).orElseThrow(() -> ProblemException.notFound(SUBJECT, id));
	}

	/**
	 * Returns the plan of a mapping.
	 * @throws ProblemException 409 if the source does not fit any more
	 */
	public MappingPlan plan(UUID connection, CrmMapping mapping) {
		MappingPlan plan = MappingPlanner.plan(schema(connection), mapping);
		if (!plan.errors().isEmpty()) {
			throw ProblemException.conflict("The source does not fit the mapping any more.", plan.errors());
		}
		return plan;
	}

	/** Returns the JSON schema of mappings. */
	JsonNode schema() {
		return Presets.resource("crm-mapping.v1.schema", this.json::readTree);
	}

	List<MappingView> list() {
		return this.store.list();
	}

	MappingView change(UUID id, ExpectedVersion expected, JsonNode patch) {
		MappingView current = get(id);
		expected.check(current.version());
		this.access.check(StoredMapping.class, AccessLevel.CHANGE, id, SUBJECT);
		MappingDetails details = this.requests.merge(current.details(), MappingView.class, () -> current, patch,
				MappingDetails.class);
		if (!this.store.change(current, details, checked(details))) {
			new ExpectedVersion(current.version()).check(current.version() + 1);
		}
		return get(id);
	}

	@Transactional
	void delete(UUID id, Preconditions preconditions) {
		MappingView found = get(id);
		this.access.check(StoredMapping.class, AccessLevel.DELETE, id, SUBJECT);
		preconditions.check(found.version());
		this.store.delete(id);
	}

	/** Returns what the mapping leaves out. */
	private List<String> checked(MappingDetails details) {
		MappingPlan plan = MappingPlanner.plan(schema(details.connectionId()), details.mapping());
		if (!plan.errors().isEmpty()) {
			List<FieldError> errors = plan.errors().stream().map((error) -> error.below("/mapping")).toList();
			throw ProblemException.invalid(errors);
		}
		return plan.unmapped();
	}

	private Schema schema(UUID connection) {
		try {
			return this.connections.schema(connection);
		}
		catch (ProblemException ex) {
			if (ex.status() == HttpStatus.NOT_FOUND) {
				throw ProblemException.invalid("/connectionId", "not_found", "there is no connection " + connection);
			}
			throw ex;
		}
	}

}
