export function Studio() {
  return null;
}
