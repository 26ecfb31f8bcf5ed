package io.kehu.migration.connection;

import java.util.UUID;

import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Listing;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.security.RecentLogin;
import io.kehu.platform.web.Preconditions;
import io.kehu.platform.web.RecordAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for connections to databases.
 */
@RestController
@RequestMapping(ConnectionController.PATH)
class ConnectionController implements Listing {

	static final String PATH = "/api/v1/migrations/connections";

	private final Connections connections;

	ConnectionController(Connections connections) {
		this.connections = connections;
	}

	@Override
	public RecordList<?> listed() {
		return this.connections.list();
	}

	@Operation(summary = "Create a connection to a database",
			description = "The password is stored encrypted and never returned. The host must be allowed by the"
					+ " configuration of the service, which is checked again for each connection.")
	@PostMapping
	@RecentLogin
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<ConnectionView> create(@Valid @RequestBody NewConnection wanted) {
		ConnectionView created = this.connections.create(wanted);
		return RecordAnswers.created(PATH + "/" + created.id(), created, created.version());
	}

	@Operation(summary = "List connections to databases")
	@GetMapping
	@PreAuthorize("hasAuthority('migration:read')")
	Page<ConnectionView> list(ListRequest request) {
		return this.connections.page(request);
	}

	@Operation(summary = "Get a connection to a database")
	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<ConnectionView> get(@PathVariable UUID id) {
		ConnectionView connection = this.connections.get(id);
		return RecordAnswers.ok(connection, connection.version());
	}

	@Operation(summary = "Read the schema of a database: tables, columns, keys, estimated numbers of rows")
	@GetMapping("/{id}/schema")
	@PreAuthorize("hasAuthority('migration:write')")
	FoundSchema getSchema(@PathVariable UUID id) {
		return FoundSchema.of(this.connections.schema(id));
	}

	@Operation(summary = "Delete a connection with its password")
	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<Void> delete(@PathVariable UUID id, Preconditions preconditions) {
		this.connections.delete(id, preconditions);
		return ResponseEntity.noContent().build();
	}

}
