/**
 * Shows the result of a linkage: a pair as a picture, all clusters as a page.
 */
@NullMarked
package io.kehu.migration.matching.report;

import org.jspecify.annotations.NullMarked;
