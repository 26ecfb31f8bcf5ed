/**
 * Campaigns: e-mails to the members of segments, and what they lead to.
 */
@NullMarked
package io.kehu.customer.campaign;

import org.jspecify.annotations.NullMarked;
