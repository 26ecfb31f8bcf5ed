package io.kehu.migration.live;

/**
 * The outcome of undoing an application: changes = deleted + restored + unmerged + kept.
 *
 * @param changes the changes that the application made
 * @param deleted the created customers that no longer exist
 * @param restored the changed customers whose former values are restored
 * @param unmerged the merges that are undone
 * @param kept the changes that remain, at least partly, each with its reason
 */
record UndoResult(long changes, long deleted, long restored, long unmerged, long kept) {
}
