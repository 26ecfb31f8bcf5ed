package io.kehu.customer.support;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges cases about the same concern, and undoes merges.
 */
@Service
class CaseMerging {

	private static final String CASE = "case";

	private final RecordStore<CaseDetails, SupportCase, CaseView> cases;

	private final CaseRepository repository;

	private final CaseMergeStore merges;

	private final Access access;

	private final Clock clock;

	CaseMerging(RecordStore<CaseDetails, SupportCase, CaseView> cases, CaseRepository repository, CaseMergeStore merges,
			Access access, Clock clock) {
		this.cases = cases;
		this.repository = repository;
		this.merges = merges;
		this.access = access;
		this.clock = clock;
	}

	/**
	 * Merges a case into another of the same customer.
	 * @throws ProblemException if one of them does not exist or is stale, the caller may
	 * not do this, or they cannot be merged
	 */
	@Transactional
	public CaseMerge merge(UUID survivorId, ExpectedVersion expected, NewCaseMerge wanted) {
		if (survivorId.equals(wanted.mergedId())) {
			throw ProblemException.invalid("/mergedId", "same_case", "must be another case");
		}
		this.merges.lock(survivorId, wanted.mergedId());
		this.access.checkPresent(SupportCase.class, AccessLevel.CHANGE, survivorId, CASE);
		this.access.checkPresent(SupportCase.class, AccessLevel.DELETE, wanted.mergedId(), CASE);
		SupportCase survivor = this.repository.findById(survivorId).orElseThrow();
		expected.check(survivor.version());
		SupportCase merged = this.repository.findById(wanted.mergedId()).orElseThrow();
		new ExpectedVersion(wanted.version()).check(merged.version());
		if (!merged.details().customerId().equals(survivor.details().customerId())) {
			throw ProblemException.conflict("/mergedId", "different_customer", "is a case of another customer");
		}
		Instant now = this.clock.instant();
		CaseView before = merged.view();
		merged.mergeInto(survivorId, now);
		this.cases.record(CaseEvent.MERGED, merged, before);
		touch(survivor, now);
		CaseMerge merge = new CaseMerge(Ids.next(), survivorId, wanted.mergedId(), now, Callers.current().getName(),
				null, null);
		this.merges.add(merge);
		return merge;
	}

	/** Subscribers of the survivor learn that its comments have changed. */
	private void touch(SupportCase survivor, Instant now) {
		CaseView before = survivor.view();
		survivor.touch(now);
		this.cases.record(RecordEvent.CHANGED, survivor, before);
	}

	/**
	 * Returns the merges into a case, newest first.
	 * @throws ProblemException 404 if there is no such case for the caller
	 */
	@Transactional(readOnly = true)
	public List<CaseMerge> findAll(UUID survivorId) {
		this.cases.get(survivorId);
		return this.merges.findAll(survivorId);
	}

	/**
	 * Undoes a merge. Repeating it has no effect.
	 * @throws ProblemException if there is no such merge, the survivor is stale or has
	 * been merged itself, or the caller may not do this
	 */
	@Transactional
	public CaseMerge undo(UUID survivorId, UUID id, ExpectedVersion expected) {
		this.access.checkPresent(SupportCase.class, AccessLevel.CHANGE, survivorId, CASE);
		CaseMerge merge = find(survivorId, id);
		if (merge.undoneAt() != null) {
			return merge;
		}
		this.merges.lock(survivorId, merge.mergedId());
		this.access.checkPresent(SupportCase.class, AccessLevel.CHANGE, survivorId, CASE);
		this.access.check(SupportCase.class, AccessLevel.DELETE, merge.mergedId(), CASE);
		SupportCase survivor = this.repository.findById(survivorId).orElseThrow();
		expected.check(survivor.version());
		SupportCase merged = this.repository.findById(merge.mergedId()).orElseThrow();
		Instant now = this.clock.instant();
		CaseView before = merged.view();
		merged.separate(now);
		this.cases.record(CaseEvent.UNMERGED, merged, before);
		touch(survivor, now);
		this.merges.undo(merge, now, Callers.current().getName());
		return find(survivorId, id);
	}

	private CaseMerge find(UUID survivorId, UUID id) {
		return this.merges.hold(survivorId, id).orElseThrow(() -> ProblemException.notFound("merge", id));
	}

}
