package io.kehu.customer.support;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and lists comments on cases.
 */
@Service
class CommentService {

	private static final int MOST = 200;

	private final RecordStore<CaseDetails, SupportCase, CaseView> cases;

	private final CommentStore comments;

	private final Cursors cursors;

	private final JsonMapper json;

	private final Clock clock;

	CommentService(RecordStore<CaseDetails, SupportCase, CaseView> cases, CommentStore comments, Cursors cursors,
			JsonMapper json, Clock clock) {
		this.cases = cases;
		this.comments = comments;
		this.cursors = cursors;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Adds a comment. A public one is a response to the customer.
	 * @throws ProblemException if the caller may not change the case
	 */
	@Transactional
	public CommentView add(UUID caseId, NewComment wanted) {
		this.cases.act(caseId, (version) -> {
		}, (record, now) -> record.comment(wanted.visibility() == CommentVisibility.PUBLIC, now));
		Caller caller = Callers.current();
		CommentView comment = new CommentView(Ids.next(), caseId, wanted.text(), wanted.visibility(), caller.getName(),
				caller.userId(), this.clock.instant());
		this.comments.add(comment);
		return comment;
	}

	/**
	 * Returns a page of the comments that the caller may read, oldest first.
	 * @throws ProblemException if there is no such case for the caller
	 */
	@Transactional(readOnly = true)
	public Page<CommentView> page(UUID caseId, @Nullable String cursor, int limit) {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST));
		}
		this.cases.get(caseId);
		String list = "comments of " + caseId;
		UUID after = (cursor != null) ? UUID.fromString(this.cursors.read("cursor", cursor, list).get(0)) : null;
		List<CommentView> found = this.comments.findAll(caseId, after, limit + 1);
		if (found.size() <= limit) {
			return Page.whole(found);
		}
		List<CommentView> items = found.subList(0, limit);
		return new Page<>(items, this.cursors.write(List.of(items.get(limit - 1).id()), list), null);
	}

	/**
	 * Returns the stored answer to an added comment, as the caller may see it now.
	 * @throws ProblemException 404 if the caller may not read it any more
	 */
	@Transactional(readOnly = true)
	public String replayed(String body) {
		JsonNode comment = this.json.readTree(body);
		UUID id = UUID.fromString(comment.get("id").asString());
		UUID caseId = UUID.fromString(comment.get("caseId").asString());
		return this.comments.find(caseId, id)
			.map(this.json::writeValueAsString)
			.orElseThrow(() -> ProblemException.notFound("comment", id));
	}

}
