package io.kehu.migration.mapping;

import java.util.List;

/**
 * A proposed mapping.
 *
 * @param mapping the mapping, to be looked through and corrected
 * @param reasons why it is proposed
 * @param unmapped columns and tables that nothing maps; they stay behind unless the
 * mapping is extended
 * @param open what the proposal could not decide, as errors that the mapping has as it is
 */
record MappingProposal(CrmMapping mapping, List<ProposalReason> reasons, List<String> unmapped, List<String> open) {

	/**
	 * The reason for a part of the proposal.
	 *
	 * @param pointer the part of the mapping
	 * @param reason the reason
	 */
	record ProposalReason(String pointer, String reason) {
	}

}
