package io.kehu.customer.campaign;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the e-mails of campaigns and their results.
 */
@Service
class CampaignLog {

	private static final int MOST = 200;

	private final RecordStore<CampaignDetails, Campaign, CampaignView> campaigns;

	private final MessageQueries messages;

	private final Cursors cursors;

	CampaignLog(RecordStore<CampaignDetails, Campaign, CampaignView> campaigns, MessageQueries messages,
			Cursors cursors) {
		this.campaigns = campaigns;
		this.messages = messages;
		this.cursors = cursors;
	}

	/**
	 * Returns a page of the e-mails of a campaign.
	 * @throws ProblemException if there is no such campaign, or a parameter is not valid
	 */
	@Transactional(readOnly = true)
	public Page<MessageView> page(UUID id, @Nullable String status, @Nullable String cursor, int limit) {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST));
		}
		details(id);
		String list = "e-mails of %s %s".formatted(id, status);
		UUID after = (cursor != null) ? UUID.fromString(this.cursors.read("cursor", cursor, list).get(0)) : null;
		List<MessageView> found = this.messages.page(id, (status != null) ? parsed(status) : null, after, limit + 1);
		List<MessageView> shown = found.subList(0, Math.min(limit, found.size()));
		String next = (found.size() > limit) ? this.cursors.write(List.of(shown.get(limit - 1).id()), list) : null;
		return new Page<>(shown, next, null);
	}

	private static MessageStatus parsed(String status) {
		try {
			return MessageStatus.valueOf(status.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalidParameter("status", "unknown_value",
					"must be one of " + List.of(MessageStatus.values()));
		}
	}

	/** Returns the results of a campaign. */
	@Transactional(readOnly = true)
	public CampaignResults results(UUID id) {
		return this.messages.results(id, details(id));
	}

	private CampaignDetails details(UUID id) {
		if (!Callers.current().may("customer:read")) {
			throw Access.forbidden();
		}
		return this.campaigns.get(id).details();
	}

}
