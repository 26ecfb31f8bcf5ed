/**
 * De-duplication and record linkage, with a review queue and the decisions of stewards.
 */
@NullMarked
package io.kehu.migration.match;

import org.jspecify.annotations.NullMarked;
