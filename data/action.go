package data

// ActionStatus is whether something that was to be done is done.
type ActionStatus string

// The life of an action.
const (
	ActionOpen    ActionStatus = "open"
	ActionDone    ActionStatus = "done"
	ActionDropped ActionStatus = "dropped"
)

var actionStatuses = terms[ActionStatus]{{ActionOpen, "Open"}, {ActionDone, "Done"}, {ActionDropped, "Dropped"}}

var actionLife = life(from(ActionOpen, ActionDone, ActionDropped), from(ActionDone, ActionOpen), from(ActionDropped, ActionOpen))

// ActionStatuses are all states of an action.
func ActionStatuses() []ActionStatus { return actionStatuses.values() }

// Label is how people read the status.
func (s ActionStatus) Label() string { return actionStatuses.label(s) }

// UnmarshalText reads a status as the portable form writes it.
func (s *ActionStatus) UnmarshalText(text []byte) error {
	return actionStatuses.unmarshal(s, text, "status of an action")
}

// Action is something that somebody has to do, as minutes call it.
type Action struct {
	Stamp

	From   ID           `json:"from,omitempty"` // the paper, decision or event that it comes from
	Text   string       `json:"text"`
	Owner  ID           `json:"owner,omitempty"`
	Due    Date         `json:"due,omitzero"`
	Status ActionStatus `json:"status,omitempty"`
	Steps  []Step       `json:"steps,omitempty"`
}

// RecordKind is KindAction.
func (*Action) RecordKind() Kind { return KindAction }

// Label is what has to be done.
func (a *Action) Label() string { return a.Text }

// Stage is the status.
func (a *Action) Stage() string { return string(a.Status) }

// StageLabel is how people read a status.
func (*Action) StageLabel(stage string) string { return ActionStatus(stage).Label() }

// NextStages are the statuses that may follow.
func (a *Action) NextStages() []string { return actionLife[a.Stage()] }

func (a *Action) setStage(stage string) { a.Status = ActionStatus(stage) }
func (a *Action) taken() *[]Step        { return &a.Steps }

// OverdueOn reports whether the action was still open after the day by which it was due.
func (a *Action) OverdueOn(today Date) bool {
	return (a.Status == ActionOpen || a.Status == "") && !a.Due.IsZero() && a.Due.lastDay().Before(today)
}

// DaysOverdue is how many days the action is overdue on a day; 0 if it is not.
func (a *Action) DaysOverdue(today Date) int {
	if !a.OverdueOn(today) {
		return 0
	}
	return a.Due.lastDay().DaysUntil(today)
}

// Problems are what keeps the action from being saved.
func (a *Action) Problems() Problems {
	var ps Problems
	if trimSpace(a.Text) == "" {
		ps.add("text", "What has to be done?")
	}
	return ps
}

func (a *Action) references(visit func(string, Kind, *ID)) {
	visit("from", AnyKind, &a.From)
	visit("owner", AnyParty, &a.Owner)
}
