/**
 * What linkage found, for people to look at: one pair as a picture, all clusters as a
 * page.
 */
@NullMarked
package io.kehu.migration.linkage.report;

import org.jspecify.annotations.NullMarked;
