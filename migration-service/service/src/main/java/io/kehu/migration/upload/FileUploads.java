package io.kehu.migration.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.staging.UploadException;
import io.kehu.migration.staging.UploadProgress;
import io.kehu.migration.staging.Uploads;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives files in pieces.
 */
@Service
public class FileUploads {

	private final Uploads uploads;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final StewardAccess access;

	private final int mostOpen;

	FileUploads(Uploads uploads, JdbcClient jdbc, Clock clock, StewardAccess access, StagingProperties properties) {
		this.access = access;
		this.mostOpen = properties.openUploads();
		this.uploads = uploads;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Creates an upload.
	 * @throws ProblemException 400 if it is too long, 429 if the caller has too many
	 */
	@Transactional
	public UploadView announce(NewUpload announced) {
		UUID id = Ids.next();
		checkOpen();
		if (announced.length() > Uploads.MOST_BYTES) {
			throw ProblemException.invalid("/length", "out_of_range",
					"An upload must not exceed %,d bytes".formatted(Uploads.MOST_BYTES));
		}
		try {
			this.uploads.create(id.toString(), announced.length(), announced.sha256());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Ownership ownership = StewardAccess.ownership();
		this.jdbc
			.sql("insert into migration_upload (id, name, length, created_by, created_at, owner_id, team_id, subject)"
					+ " values (:id, :name, :length, :by, :now, :owner, :team, :subject)")
			.param("id", id)
			.param("name", announced.name())
			.param("length", announced.length())
			.param("by", Callers.current().name())
			.param("owner", ownership.ownerId())
			.param("subject", Callers.current().subject())
			.param("team", ownership.teamId())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return get(id);
	}

	List<UploadView> list() {
		return this.access.latest(Upload.class).stream().map(this::get).toList();
	}

	/**
	 * Counts the uploads of the caller one request after the other, since each takes up
	 * space until it is deleted.
	 */
	private void checkOpen() {
		String caller = Callers.current().subject();
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:caller, 7))) as locked")
			.param("caller", caller)
			.query(Integer.class)
			.single();
		int open = this.jdbc.sql("select count(*) from migration_upload where subject = :caller")
			.param("caller", caller)
			.query(Integer.class)
			.single();
		if (open >= this.mostOpen) {
			throw ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-uploads",
					"You have %d uploads; delete some of them first.".formatted(open));
		}
	}

	/**
	 * Returns an upload.
	 * @throws ProblemException 404 if there is none
	 */
	public UploadView get(UUID id) {
		check(id, AccessLevel.READ);
		UploadProgress progress = progress(id);
		return this.jdbc.sql("select name, created_by, created_at from migration_upload where id = :id")
			.param("id", id)
			.query((row, number) -> new UploadView(id, row.getString("name"), progress.length(), progress.received(),
					progress.received() == progress.length(), row.getString("created_by"),
					row.getTimestamp("created_at").toInstant()))
			.optional()
			.orElseThrow(() -> ProblemException.notFound("upload", id));
	}

	private void check(UUID id, AccessLevel level) {
		this.access.check(Upload.class, level, id, "upload");
	}

	private UploadProgress progress(UUID id) {
		try {
			return this.uploads.progress(id.toString());
		}
		catch (UploadException ex) {
			throw ProblemException.notFound("upload", id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Appends bytes; those received before a connection breaks are kept. */
	UploadProgress append(UUID id, long offset, InputStream bytes) throws IOException {
		check(id, AccessLevel.CHANGE);
		try {
			return this.uploads.append(id.toString(), offset, bytes);
		}
		catch (UploadException ex) {
			throw problem(id, ex);
		}
	}

	private static ProblemException problem(UUID id, UploadException failure) {
		String message = String.valueOf(failure.getMessage());
		return switch (failure.reason()) {
			case UNKNOWN -> ProblemException.notFound("upload", id);
			case BUSY -> ProblemException.of(HttpStatus.LOCKED, "upload-busy", message);
			case WRONG_OFFSET -> ProblemException.of(HttpStatus.CONFLICT, "wrong-offset", message);
			case TOO_LONG, TOO_LARGE -> ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", message);
			case INCOMPLETE -> ProblemException.of(HttpStatus.CONFLICT, "incomplete", message);
			case WRONG_DIGEST -> ProblemException.of(HttpStatus.CONFLICT, "wrong-digest", message);
		};
	}

	/**
	 * Opens the bytes received so far.
	 * @throws ProblemException 404 if there is no such upload
	 */
	public InputStream open(UUID id) throws IOException {
		check(id, AccessLevel.READ);
		try {
			return this.uploads.open(id.toString());
		}
		catch (UploadException ex) {
			throw problem(id, ex);
		}
	}

	/** Deletes an upload, if it exists. */
	public void delete(UUID id) {
		check(id, AccessLevel.DELETE);
		this.jdbc.sql("delete from migration_upload where id = :id").param("id", id).update();
		try {
			this.uploads.delete(id.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
