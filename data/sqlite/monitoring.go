package sqlite

import (
	"github.com/uptrace/bun"

	"almoner/data"
)

var outcomesFrameworks = keep[frameworkRow, data.OutcomesFramework](
	rows[measureRow](func(f *data.OutcomesFramework) *[]data.Measure { return &f.Measures }),
)

type frameworkRow struct {
	bun.BaseModel `bun:"table:outcomes_frameworks"`
	record

	Title string
	URL   string `bun:"url"`
}

type measureRow struct {
	bun.BaseModel `bun:"table:framework_measures"`
	listed

	ID          data.RowID `bun:"id"`
	Title       string
	Unit        string
	Description string
}

var monitoringReturns = keep[returnRow, data.MonitoringReturn](
	rows[returnValueRow](func(m *data.MonitoringReturn) *[]data.MeasureValue { return &m.Values }),
	rows[returnStepRow](func(m *data.MonitoringReturn) *[]data.Step { return &m.Steps }),
)

type returnRow struct {
	bun.BaseModel `bun:"table:monitoring_returns"`
	record

	Grant                data.ID `bun:",nullzero"`
	Framework            data.ID `bun:",nullzero"`
	Period               string
	PeriodStart          string `bun:",nullzero"`
	PeriodStartPrecision string
	PeriodStartWording   string
	PeriodEnd            string `bun:",nullzero"`
	PeriodEndPrecision   string
	PeriodEndWording     string
	Due                  string `bun:",nullzero"`
	DuePrecision         string
	DueWording           string
	Received             string `bun:",nullzero"`
	ReceivedPrecision    string
	ReceivedWording      string
	Narrative            string
	RAG                  data.RAG `bun:"rag"`
	Status               data.ReturnStatus
}

type returnValueRow struct {
	bun.BaseModel `bun:"table:return_values"`
	listed

	ID      data.RowID `bun:"id"`
	Measure string
	Value   *int64
	Target  *int64
	Unit    string
	Comment string
}

type returnStepRow struct {
	bun.BaseModel `bun:"table:return_steps"`
	listed
	step
}
